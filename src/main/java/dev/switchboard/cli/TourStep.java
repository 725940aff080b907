package dev.switchboard.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step of the tour that was done.
 *
 * @param title what it does, in words
 * @param results what came of it, a line each
 */
record TourStep(String title, List<String> results, Duration duration) {
    Map<String, @Nullable Object> document() {
        return Json.object("title", title, "results", results, "milliseconds", duration.toMillis());
    }
}

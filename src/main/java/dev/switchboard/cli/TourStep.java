package dev.switchboard.cli;

import dev.switchboard.cli.invocation.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A completed step of the tour.
 *
 * @param title a description of the step
 * @param results the results, one line each
 */
record TourStep(String title, List<String> results, Duration duration) {
    Map<String, @Nullable Object> document() {
        return Json.object("title", title, "results", results, "milliseconds", duration.toMillis());
    }
}

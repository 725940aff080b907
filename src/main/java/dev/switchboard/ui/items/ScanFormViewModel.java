package dev.switchboard.ui.items;

import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The form with the options of a scan, with validation. */
final class ScanFormViewModel {
    private static final Messages TEXT = Messages.of(ScanFormViewModel.class);
    private final StringProperty limit = new SimpleStringProperty("1000");
    private final StringProperty segments = new SimpleStringProperty("1");
    private final StringProperty rate = new SimpleStringProperty("");
    private final StringBinding error = Bindings.createStringBinding(this::check, limit, segments, rate);

    /** Maximum number of items; empty for all. */
    StringProperty limitProperty() {
        return limit;
    }

    /** Number of segments scanned in parallel. */
    StringProperty segmentsProperty() {
        return segments;
    }

    /** Maximum read capacity units per second; empty for the default of the environment. */
    StringProperty rateProperty() {
        return rate;
    }

    /** Why the first invalid field is invalid; empty if all fields are valid. */
    StringBinding errorProperty() {
        return error;
    }

    private String check() {
        if (!limit.get().isBlank() && !whole(limit.get(), 1, 1_000_000_000)) {
            return TEXT.get("form.limit.bad");
        }
        if (!whole(segments.get(), 1, ScanOptions.MOST_SEGMENTS)) {
            return TEXT.get("form.segments.bad", ScanOptions.MOST_SEGMENTS);
        }
        if (!rate.get().isBlank() && !positive(rate.get())) {
            return TEXT.get("form.rate.bad");
        }
        return "";
    }

    private static boolean whole(String text, long least, long most) {
        try {
            long value = Long.parseLong(plain(text));
            return value >= least && value <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean positive(String text) {
        try {
            double value = Double.parseDouble(plain(text));
            return value > 0 && value < 1_000_000;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The text without thousands separators. */
    private static String plain(String text) {
        return text.strip().replace(",", "").replace("_", "");
    }

    /** The options; valid only if {@link #errorProperty} is empty. */
    ScanOptions options() {
        return new ScanOptions(
                limit.get().isBlank() ? 0 : Long.parseLong(plain(limit.get())),
                Integer.parseInt(plain(segments.get())),
                rate.get().isBlank() ? ScanOptions.USUAL_RATE : Double.parseDouble(plain(rate.get())));
    }
}

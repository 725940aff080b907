package dev.switchboard.ui.common;

import java.time.format.DateTimeFormatter;
import javafx.scene.control.DatePicker;
import javafx.util.converter.LocalDateStringConverter;

/** Date pickers that everybody reads alike: 2026-11-22. */
public final class DateFields {
    private DateFields() {}

    /** Lets a picker show and read dates as ISO-8601 writes them. */
    public static void iso(DatePicker picker) {
        picker.setConverter(new LocalDateStringConverter(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ISO_LOCAL_DATE));
    }
}

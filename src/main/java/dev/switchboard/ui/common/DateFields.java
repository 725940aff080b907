package dev.switchboard.ui.common;

import java.time.format.DateTimeFormatter;
import javafx.scene.control.DatePicker;
import javafx.util.converter.LocalDateStringConverter;

/** Date pickers in ISO-8601 format, such as 2026-11-22. */
public final class DateFields {
    private DateFields() {}

    /** Makes a date picker show and parse ISO-8601 dates. */
    public static void iso(DatePicker picker) {
        picker.setConverter(new LocalDateStringConverter(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ISO_LOCAL_DATE));
    }
}

package dev.switchboard.ui.items.query;

import dev.switchboard.failure.InvalidInputException;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.scene.control.TextInputControl;

/** Marks a field as invalid while its content is not valid, with the reason for a screen reader. */
final class FieldCheck {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private FieldCheck() {}

    /** Reads what a field contains. */
    @FunctionalInterface
    interface Reader {
        /**
         * Returns the content.
         *
         * @throws InvalidInputException if it is not valid
         */
        Object read();
    }

    /** @param depends what the validity depends on, beside the text of the field */
    static void mark(TextInputControl field, Reader reader, Observable... depends) {
        InvalidationListener check = changed -> check(field, reader);
        field.textProperty().addListener(check);
        for (Observable each : depends) {
            each.addListener(check);
        }
        check(field, reader);
    }

    private static void check(TextInputControl field, Reader reader) {
        String problem = "";
        if (!field.getText().isEmpty()) {
            try {
                var _ = reader.read();
            } catch (InvalidInputException e) {
                problem = e.sentence();
            }
        }
        field.pseudoClassStateChanged(INVALID, !problem.isEmpty());
        field.setAccessibleHelp(problem.isEmpty() ? null : problem);
    }
}

package dev.switchboard.ui.common.form;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/**
 * The errors of a form. The error of a field is shown once the field was edited or left, or the form was submitted: nothing is wrong yet with
 * a form that has just been opened. A dialog finds this at its content and submits it when its button is pressed. JavaFX thread only.
 */
public final class FormErrors {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private final Node form;
    private final BooleanProperty submitted = new SimpleBooleanProperty();
    private final List<FieldError> errors = new ArrayList<>();

    /** @param form the root of the form */
    public FormErrors(Node form) {
        this.form = form;
        form.getProperties().put(FormErrors.class, this);
        form.sceneProperty().flatMap(Scene::focusOwnerProperty).addListener((observable, old, now) -> moved(old, now));
    }

    /**
     * Notes the fields that were left for others. Not where the window has lost the focus, nor where a button of the dialog has it: an error
     * that is shown between the press and the release of the mouse moves the button away.
     */
    private void moved(@Nullable Node from, @Nullable Node to) {
        if (from != null && to != null && isWithin(to, form)) {
            errors.forEach(error -> error.moved(from, to));
        }
    }

    /** The errors of a form; null if it shows its errors in its own way. */
    public static @Nullable FormErrors of(Node form) {
        return form.getProperties().get(FormErrors.class) instanceof FormErrors errors ? errors : null;
    }

    /**
     * Shows an error below its fields.
     *
     * @param label the place of the error, which takes no space without one
     * @param error the error; empty if the fields are valid
     * @param fields those that the error is about
     */
    public FieldError add(Label label, ObservableValue<String> error, Node... fields) {
        FieldError added = new FieldError(label, error);
        errors.add(added);
        for (Node field : fields) {
            added.watch(field);
        }
        return added;
    }

    /** Shows all errors from now on, and moves the focus to the first field with one. */
    public void submit() {
        submitted.set(true);
        errors.stream().filter(FieldError::isWrong).findFirst().ifPresent(FieldError::focus);
    }

    /** The error of one or more fields. */
    public final class FieldError {
        private final ObservableValue<String> error;
        private final StringBinding shown;
        private final BooleanProperty touched = new SimpleBooleanProperty();
        private final List<Node> fields = new ArrayList<>();

        private FieldError(Label label, ObservableValue<String> error) {
            this.error = error;
            shown = Bindings.createStringBinding(
                    () -> touched.get() || submitted.get() ? error.getValue() : "", touched, submitted, error);
            label.textProperty().bind(shown);
            label.visibleProperty().bind(shown.isNotEmpty());
            label.managedProperty().bind(shown.isNotEmpty());
            shown.addListener((observable, old, now) -> fields.forEach(field -> mark(field, now)));
        }

        /** Shows the error once this field was edited or left too. A group of fields, such as a row, counts as left as a whole. */
        public void watch(Node field) {
            fields.add(field);
            if (field instanceof TextInputControl text) {
                text.textProperty().addListener(observable -> touched.set(true));
            }
            mark(field, shown.get());
        }

        /** No longer, because the field was removed. */
        public void forget(Node field) {
            fields.remove(field);
        }

        private void moved(Node from, Node to) {
            if (fields.stream().anyMatch(field -> isWithin(from, field) && !isWithin(to, field))) {
                touched.set(true);
            }
        }

        private boolean isWrong() {
            return !error.getValue().isEmpty();
        }

        private void focus() {
            fields.stream().map(FirstField::in).filter(field -> field != null).findFirst().ifPresent(Node::requestFocus);
        }
    }

    private static void mark(Node field, String error) {
        if (field instanceof TextInputControl) {
            field.pseudoClassStateChanged(INVALID, !error.isEmpty());
            field.setAccessibleHelp(error.isEmpty() ? null : error);
        }
    }

    private static boolean isWithin(Node node, Node parent) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == parent) {
                return true;
            }
        }
        return false;
    }
}

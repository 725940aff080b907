package dev.switchboard.ui.common.form;

import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/** Finds where the keyboard focus of a form begins. */
public final class FirstField {
    private FirstField() {}

    /** The first field for input or, in a form without one, the first control; null if there is nothing to use. */
    public static @Nullable Node in(Node form) {
        @Nullable Node field = first(form, FirstField::isInput);
        return field != null ? field : first(form, Node::isFocusTraversable);
    }

    private static boolean isInput(Node node) {
        return switch (node) {
            case TextInputControl text -> text.isEditable();
            case ComboBoxBase<?> _,ChoiceBox<?> _, Spinner<?> _ -> true;
            default -> false;
        };
    }

    private static @Nullable Node first(Node node, Predicate<Node> fits) {
        if (!node.isVisible() || node.isDisabled()) {
            return null;
        }
        if (fits.test(node)) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                @Nullable Node found = first(child, fits);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}

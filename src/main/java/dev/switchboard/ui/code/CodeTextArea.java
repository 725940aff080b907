package dev.switchboard.ui.code;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/** A text area that screen readers can read and edit, which that of the library does not offer. */
final class CodeTextArea extends CodeArea {
    CodeTextArea() {
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        selectionProperty().addListener((observable, old, now) -> {
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_START);
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_END);
        });
        textProperty().addListener((observable, old, now) -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> getText();
            case SELECTION_START -> getSelection().getStart();
            case SELECTION_END -> getSelection().getEnd();
            case CARET_OFFSET -> getCaretPosition();
            case EDITABLE -> isEditable();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case SET_TEXT -> replaceText(String.valueOf(parameters[0]));
            case SET_TEXT_SELECTION -> selectRange((Integer) parameters[0], (Integer) parameters[1]);
            default -> super.executeAccessibleAction(action, parameters);
        }
    }
}

package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.MessageRules;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.NodeVisibility;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/** Counts the remaining characters of a message, once that is of interest. */
final class CharacterCounter {
    private static final Messages TEXT = Messages.of(CharacterCounter.class);

    /** From here on the number is shown. */
    private static final int FEW = 100;
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private CharacterCounter() {}

    /** Shows in a label how many characters of a message are left, where they are few or too many. */
    static void show(Label label, StringProperty text) {
        NodeVisibility.text(label, left(text));
        text.subscribe(words -> label.pseudoClassStateChanged(OVER, MessageRules.length(words) > MessageRules.LONGEST));
    }

    static ObservableValue<String> left(StringProperty text) {
        return text.map(words -> {
            int left = MessageRules.LONGEST - MessageRules.length(words);
            if (left >= FEW) {
                return "";
            }
            return left < 0 ? TEXT.get("composer.over", Formats.count(-left)) : TEXT.get("composer.left", Formats.count(left));
        });
    }
}

package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.MessageRules;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** Counts the remaining characters of a message. */
final class CharacterCounter {
    private static final Messages TEXT = Messages.of(CharacterCounter.class);

    private CharacterCounter() {}

    static ObservableValue<String> left(StringProperty text) {
        return text.map(words -> {
            int left = MessageRules.LONGEST - MessageRules.length(words);
            return left < 0 ? TEXT.get("composer.over", Formats.count(-left)) : TEXT.get("composer.left", Formats.count(left));
        });
    }
}

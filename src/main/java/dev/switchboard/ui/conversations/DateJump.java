package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.Message;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.DateFields;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.UiContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Asks for a day and shows its messages. */
final class DateJump {
    private static final Messages TEXT = Messages.of(DateJump.class);

    private DateJump() {}

    static void ask(MessagesViewModel messages, UiContext context) {
        ZoneId zone = context.zone();
        DatePicker day = new DatePicker(first(messages, zone));
        day.setId("jump-day");
        DateFields.iso(day);
        day.setMaxWidth(Double.MAX_VALUE);
        Label label = new Label(TEXT.get("jump.day", Formats.zone(zone)));
        label.setLabelFor(day);
        boolean agreed = context.dialogs().form(
                TEXT.get("jump.title"), new VBox(4, label, day), TEXT.get("jump.action"), day.valueProperty().isNull());
        LocalDate chosen = day.getValue();
        if (agreed && chosen != null) {
            messages.showPart(chosen.atStartOfDay(zone).toInstant(), chosen.plusDays(1).atStartOfDay(zone).toInstant());
        }
    }

    /** The day of the oldest message that is loaded, from where older ones are looked for. */
    private static LocalDate first(MessagesViewModel messages, ZoneId zone) {
        for (Message message : messages.rows()) {
            Instant at = message.createdAt().instant();
            if (at != null) {
                return at.atZone(zone).toLocalDate();
            }
        }
        return LocalDate.now(zone);
    }
}

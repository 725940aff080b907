package dev.switchboard.ui.conversations;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.ViewState;

/** The states of the messages pane without messages. */
final class MessageStates {
    private static final Messages TEXT = Messages.of(MessageStates.class);

    private MessageStates() {}

    static ViewState loading() {
        return new ViewState.Loading(TEXT.get("messages.loading"));
    }

    static ViewState noGroup() {
        return new ViewState.Empty("fth-message-square", TEXT.get("messages.no-group"), TEXT.get("messages.no-group.text"), null);
    }

    static ViewState groupWithoutUuid() {
        return new ViewState.Empty("fth-alert-circle", TEXT.get("messages.no-uuid"), TEXT.get("messages.no-uuid.text"), null);
    }

    /**
     * The state of a conversation in which no messages were found.
     *
     * @param all whether all messages were looked for
     * @param showAll shows all messages
     */
    static ViewState noMessages(boolean all, Runnable showAll) {
        return all
                ? new ViewState.Empty("fth-message-square", TEXT.get("messages.none"), TEXT.get("messages.none.text"), null)
                : new ViewState.Empty("fth-calendar", TEXT.get("messages.none-in-range"), TEXT.get("messages.none-in-range.text"),
                        new ViewState.Action(TEXT.get("messages.none-in-range.action"), showAll));
    }
}

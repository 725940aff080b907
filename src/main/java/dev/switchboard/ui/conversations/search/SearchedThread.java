package dev.switchboard.ui.conversations.search;

import dev.switchboard.conversations.Message;
import javafx.collections.ObservableList;

/** The conversation that is searched. */
public interface SearchedThread {
    /** The loaded messages, oldest first. */
    ObservableList<Message> rows();

    /** Whether older messages can be loaded. */
    boolean more();

    /**
     * Loads the page before the oldest message.
     *
     * @param loaded told once it is there
     * @param failed told if it could not be loaded
     */
    void loadOlder(Runnable loaded, Runnable failed);

    /** Scrolls to a message and selects it. */
    void reveal(Message message);
}

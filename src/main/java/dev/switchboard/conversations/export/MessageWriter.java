package dev.switchboard.conversations.export;

import dev.switchboard.conversations.Message;
import java.io.IOException;

/** Writes the messages of a conversation in a format, oldest first. */
interface MessageWriter {
    void write(Message message) throws IOException;

    /** Writes what follows the last message, and leaves nothing in a buffer. */
    void end() throws IOException;
}

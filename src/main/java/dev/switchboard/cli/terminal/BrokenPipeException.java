package dev.switchboard.cli.terminal;

import java.io.IOException;

/** The reader of an output has closed it, as {@code head} does when it has enough. */
public final class BrokenPipeException extends IOException {
    private static final long serialVersionUID = 1L;

    public BrokenPipeException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}

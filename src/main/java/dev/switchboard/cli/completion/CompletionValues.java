package dev.switchboard.cli.completion;

import java.util.List;

/**
 * What can be typed as a value.
 *
 * @param count how many values follow; 0 for an option without a value
 * @param choices the possible values, if they are known
 * @param kind the names of files or folders
 */
record CompletionValues(int count, List<String> choices, Kind kind) {
    static final CompletionValues NONE = new CompletionValues(0, List.of(), Kind.ANY);

    /** Which names of the file system are meant. */
    enum Kind {
        ANY,
        FILE,
        FOLDER
    }

    /** Whether a shell can propose something. */
    boolean proposes() {
        return !choices.isEmpty() || kind != Kind.ANY;
    }
}

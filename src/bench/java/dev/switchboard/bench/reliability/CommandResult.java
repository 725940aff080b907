package dev.switchboard.bench.reliability;

/**
 * What a command printed and its exit status.
 *
 * @param status 137 after a kill
 */
record CommandResult(int status, String output) {
    /** Returns this where the command ended well. */
    CommandResult orThrow() {
        if (status != 0) {
            throw new AssertionError("exit status " + status + ": " + output);
        }
        return this;
    }
}

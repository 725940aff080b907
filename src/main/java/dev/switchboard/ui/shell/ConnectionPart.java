package dev.switchboard.ui.shell;

/**
 * A part of the header that says where the session is.
 *
 * @param text as short as it can be
 * @param full with nothing left out
 * @param warning whether it is not what one expects of the environment
 */
record ConnectionPart(String text, String full, boolean warning) {
    static ConnectionPart of(String text) {
        return new ConnectionPart(text, text, false);
    }
}

package dev.switchboard.cli;

/** Sanitizes text for output, so that it stays on one line and cannot control the terminal. */
final class OutputLines {
    private OutputLines() {}

    /** Returns the text on one line: line breaks become spaces, and control characters become visible symbols. */
    static String single(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t') {
                if (line.isEmpty() || line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else if (Character.isISOControl(c)) {
                line.append('\uFFFD');
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }
}

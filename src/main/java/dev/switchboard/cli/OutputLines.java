package dev.switchboard.cli;

/** Text that must not break out of its line, nor reach the terminal as a command to it. */
final class OutputLines {
    private OutputLines() {}

    /** The text on one line: line breaks become blanks, and control characters, which a terminal would obey, become visible. */
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

package dev.switchboard.cli.help;

import dev.switchboard.cli.invocation.CliContext;
import dev.switchboard.manual.ManualLine;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * How text is set on standard output: on a terminal in its width and with bold headings, elsewhere in 80 columns and plain.
 *
 * @param width the number of columns
 * @param bold whether bold type is possible and wanted
 */
record OutputStyle(CliContext context, int width, boolean bold) {
    private static final int USUAL = 80;
    /** Longer lines are hard to read. */
    private static final int WIDEST = 100;

    static OutputStyle of(CliContext context) {
        boolean terminal = context.terminal() != null;
        Map<String, String> variables = context.variables();
        boolean plain = !variables.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(variables.get("TERM"));
        int columns = terminal ? columns(variables.getOrDefault("COLUMNS", "")) : USUAL;
        return new OutputStyle(context, Math.min(WIDEST, columns), terminal && !plain);
    }

    /** The width that the shell exports, otherwise the one that the terminal tells. */
    private static int columns(String exported) {
        int columns = number(exported);
        return columns > 0 ? columns : asked();
    }

    private static int asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/tty")))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String[] size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip().split(" ", -1);
            int columns = size.length == 2 ? number(size[1]) : 0;
            return columns > 0 ? columns : USUAL;
        } catch (IOException e) {
            // Windows, or no terminal that could be asked.
            return USUAL;
        }
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
    }

    void print(ManualLine line) {
        if (line.heading()) {
            printBold(line.text());
        } else {
            context.out().println(line.text());
        }
    }

    void printBold(String line) {
        if (bold) {
            context.outStream().printlnBold(line);
        } else {
            context.out().println(line);
        }
    }
}

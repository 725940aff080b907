package dev.switchboard;

import dev.switchboard.cli.TerminalInput;
import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operating system gives this process: its streams in the right character set, its terminal, its words as typed. */
final class ProcessStreams {
    private static final int BUFFER = 1 << 16;

    private ProcessStreams() {}

    /** Standard output; not flushed at each line, because a scan prints millions. */
    static PrintStream out() {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER), false, charset());
    }

    /** Standard error, flushed at each line. */
    static PrintStream err() {
        return new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset());
    }

    /** UTF-8, as JSON must be, also where a bare container names no language; only a Windows terminal has another. */
    private static Charset charset() {
        @Nullable Console console = terminal();
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return windows && console != null ? console.charset() : StandardCharsets.UTF_8;
    }

    // Only JDK 22 to 24 always give a console; 25 again gives none where input or output is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    private static @Nullable Console terminal() {
        @Nullable Console console = System.console();
        return console != null && console.isTerminal() ? console : null;
    }

    /** Whoever sits at the terminal, or null. */
    static @Nullable TerminalInput terminalInput() {
        @Nullable Console console = terminal();
        return console == null ? null : new TerminalInput() {
            @Override
            public @Nullable String line(String question) {
                return console.readLine("%s ", question);
            }

            @Override
            public char @Nullable [] secret(String question) {
                return console.readPassword("%s ", question);
            }
        };
    }

    /** Whether standard error is a terminal. Java knows that only of input and output together; Linux knows it of each. */
    static boolean errIsTerminal() {
        Path link = Path.of("/proc/self/fd/2");
        try {
            String target = Files.isSymbolicLink(link) ? Files.readSymbolicLink(link).toString() : "";
            return target.isEmpty() ? terminal() != null : target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException e) {
            return terminal() != null;
        }
    }

    /**
     * The arguments as they were typed. Where no language is set, Java reads them as ASCII and puts a replacement for every other
     * letter, which would then be sent as the message; on Linux the process can still read its own bytes.
     */
    static String[] typed(String... args) {
        boolean damaged = Arrays.stream(args).anyMatch(arg -> arg.indexOf('\uFFFD') >= 0);
        if (!damaged) {
            return args;
        }
        try {
            String whole = Files.readString(Path.of("/proc/self/cmdline"), StandardCharsets.UTF_8);
            List<String> words = List.of(whole.substring(0, whole.length() - 1).split("\0", -1));
            return words.subList(words.size() - args.length, words.size()).toArray(String[]::new);
        } catch (IOException e) {
            return args;
        }
    }
}

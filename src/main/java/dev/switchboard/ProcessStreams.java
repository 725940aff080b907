package dev.switchboard;

import dev.switchboard.cli.invocation.BlockingInput;
import dev.switchboard.cli.terminal.TerminalInput;
import dev.switchboard.cli.terminal.TerminalStream;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Utf8;
import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The standard streams of this process with the right character set, its terminal and its arguments. */
final class ProcessStreams {
    private static final Messages TEXT = Messages.of(ProcessStreams.class);
    private static final int BUFFER = 1 << 16;

    private ProcessStreams() {}

    /** Standard output, without a flush after each line because a scan prints millions of lines. */
    static TerminalStream out() {
        return TerminalStream.to(new BufferedOutputStream(StandardOutput.out(), BUFFER), charset());
    }

    /** Standard error, without a buffer. */
    static TerminalStream err() {
        return TerminalStream.to(StandardOutput.err(), charset());
    }

    /** UTF-8, which JSON requires, even if the process has no locale. Only a Windows terminal uses another character set. */
    private static Charset charset() {
        @Nullable Console console = terminal();
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return windows && console != null ? console.charset() : StandardCharsets.UTF_8;
    }

    // JDK 22 to 24 always return a console; JDK 25 returns null again if input or output is not a terminal.
    @SuppressWarnings("SystemConsoleNull")
    private static @Nullable Console terminal() {
        @Nullable Console console = System.console();
        return console != null && console.isTerminal() ? console : null;
    }

    /** Reads answers from the terminal; null if there is no terminal. */
    static @Nullable TerminalInput terminalInput() {
        @Nullable Console console = terminal();
        return console == null ? null : new TerminalInput() {
            @Override
            public @Nullable String line(String question) {
                return answer(() -> console.readLine("%s ", question));
            }

            @Override
            public char @Nullable [] secret(String question) {
                return answer(() -> console.readPassword("%s ", question));
            }
        };
    }

    private static <T extends @Nullable Object> T answer(Callable<T> question) {
        try {
            return BlockingInput.read(question);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether standard error is a terminal. Java reports that only for input and output together; Linux reports it for each stream.
     */
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
     * The arguments as they were typed. Java replaces what is not valid in the character set of the locale; on Linux, the process can
     * still read its own bytes.
     *
     * @throws InvalidInputException if one of them is not valid UTF-8, because a damaged text would be stored or looked for
     */
    static String[] arguments(String... args) {
        boolean damaged = Arrays.stream(args).anyMatch(arg -> arg.indexOf('\uFFFD') >= 0);
        if (!damaged) {
            return args;
        }
        try {
            String commandLine = Utf8.decode(Files.readAllBytes(Path.of("/proc/self/cmdline")));
            List<String> words = List.of(commandLine.substring(0, commandLine.length() - 1).split("\0", -1));
            return words.subList(words.size() - args.length, words.size()).toArray(String[]::new);
        } catch (IOException e) {
            return args;
        } catch (Utf8.InvalidUtf8Exception e) {
            throw new InvalidInputException("argument_not_utf8", TEXT.get("argument.not-utf8"), TEXT.get("argument.not-utf8.remedy"), e);
        }
    }

    /**
     * Standard input; one that was closed before the start ends in an error. Java opens its own files first, and the first of them takes the
     * number of a closed standard input, so that it would be read instead.
     */
    static InputStream in() {
        Path link = Path.of("/proc/self/fd/0");
        try {
            boolean closed = Files.isSymbolicLink(link) && Files.readSymbolicLink(link).startsWith(System.getProperty("java.home"));
            return closed ? new ClosedInput() : System.in;
        } catch (IOException e) {
            return System.in;
        }
    }

    /** Nothing can be read from it. */
    private static final class ClosedInput extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("standard input is closed");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
        }
    }
}

package dev.switchboard.postgres.dump.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** A running program of PostgreSQL, ended at the latest when this is closed. What it writes to standard error is collected. */
public final class ClientProgram implements AutoCloseable {
    /** What a program needs of this process’s environment. No other variable reaches it, least of all one that names another server. */
    private static final Set<String> KEPT = Set.of("PATH", "HOME", "USER", "LOGNAME", "USERNAME", "USERPROFILE", "APPDATA", "LOCALAPPDATA",
            "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "KRB5CCNAME",
            "KRB5_CONFIG", "OPENSSL_CONF");

    private static final int MOST_ERRORS = 16_000;
    private static final int BUFFER = 1 << 16;
    private static final long TURN_MILLIS = 50;
    private static final long LONGEST_END_SECONDS = 10;
    private final Process process;
    private final StringBuilder errors = new StringBuilder();
    private final Thread reader;

    private ClientProgram(Process process) {
        this.process = process;
        reader = Thread.ofVirtual().name("postgres program errors").start(this::collect);
    }

    /**
     * Starts a program.
     *
     * @param command the program and its arguments, which other users of the computer can see
     * @param environment variables of the program, which they cannot see
     */
    public static ClientProgram start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> !KEPT.contains(name.toUpperCase(Locale.ROOT)));
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(environment);
        return new ClientProgram(builder.start());
    }

    private void collect() {
        byte[] buffer = new byte[1024];
        try (InputStream in = process.getErrorStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                note(new String(buffer, 0, count, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            note(" " + e.getMessage());
        }
    }

    private void note(String text) {
        synchronized (errors) {
            if (errors.length() < MOST_ERRORS) {
                errors.append(text);
            }
        }
    }

    private String noted() {
        synchronized (errors) {
            return errors.toString();
        }
    }

    /** Returns the short output of a program that reads nothing. */
    String output() throws IOException {
        process.getOutputStream().close();
        try {
            // Its output fits in the buffer of the pipe.
            if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("it did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The standard output of the program. */
    public InputStream standardOutput() {
        return process.getInputStream();
    }

    /** The standard input of the program. */
    public OutputStream standardInput() {
        return process.getOutputStream();
    }

    /** Copies bytes. */
    @FunctionalInterface
    public interface Transfer {
        void run() throws IOException;
    }

    /**
     * Runs a transfer on another thread, because a stop has to end it also while the program neither reads nor writes.
     *
     * @param stop throws to stop; the program is then ended
     * @throws IOException of the transfer
     */
    public void during(Transfer transfer, Runnable stop) throws IOException {
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            transfer.run();
            return true;
        });
        Thread.ofVirtual().name("postgres program").start(task);
        try {
            while (true) {
                try {
                    task.get(TURN_MILLIS, TimeUnit.MILLISECONDS);
                    return;
                } catch (TimeoutException e) {
                    stop.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException runtime -> throw runtime;
                case null, default -> throw new IOException(e);
            }
        } finally {
            if (!task.isDone()) {
                close();
            }
        }
    }

    /** Copies everything that the program writes. */
    public void copyTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        InputStream in = process.getInputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
        }
    }

    /** Waits for the end and returns whether the program succeeded. */
    public boolean succeeded(Runnable stop) throws IOException {
        try {
            while (!process.waitFor(TURN_MILLIS, TimeUnit.MILLISECONDS)) {
                stop.run();
            }
            reader.join();
            return process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Returns whether the program still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Returns whether the program ends with an error, which it may be about to do. */
    public boolean hasFailed() {
        try {
            boolean ended = process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS);
            if (ended) {
                reader.join();
            }
            return ended && process.exitValue() != 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns the errors that the program reported, in one line and without its own name. */
    public String errors() {
        String all = noted();
        List<String> lines =
                all.lines().map(line -> line.replaceFirst("^(pg_dump|pg_restore|psql)[^:]*: *(<stdin>:[0-9]+: *)?", "")).toList();
        String chosen = lines.stream()
                .filter(line -> line.matches("(?i)(error|fatal|panic|detail|hint):.*"))
                .map(line -> line.replaceFirst("(?i)^error: *", ""))
                .collect(Collectors.joining(" "));
        String text = chosen.isEmpty() ? String.join(" ", lines) : chosen;
        return text.isBlank() ? "status " + process.exitValue() : text.strip();
    }

    /** Ends the program if it still runs, and what it started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}

package dev.switchboard;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.settings.Home;
import dev.switchboard.text.Messages;
import dev.switchboard.text.SecretMasker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The log: five rotating files of one megabyte in the home folder. Nothing is logged to the console. The first record opens the
 * file, so a command that logs nothing creates no file. If the file cannot be written, the program reports that once and continues
 * without a log.
 */
final class LogFile extends Handler {
    private static final int BYTES = 1_000_000;
    private static final int FILES = 5;
    private static final int MOST_WAITING = 10_000;
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);
    private static final LogRecord END = new LogRecord(Level.OFF, "");

    /** Libraries log only warnings and errors: the AWS client would write complete messages into a debug log. */
    private static final List<String> LIBRARIES = List.of(
            "software.amazon.awssdk", "org.apache.hc", "com.zaxxer.hikari", "org.postgresql", "io.zonky",
            "javafx", "jdk", "sun", "com.sun");

    // The log manager references loggers weakly; without these references their levels would be lost.
    private static final List<Logger> LOGGERS = LIBRARIES.stream().map(Logger::getLogger).toList();

    private final Path folder;
    private final Consumer<String> onError;
    private final BlockingQueue<LogRecord> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile @Nullable Thread writer;
    private @Nullable Handler file;
    private boolean attempted;

    private LogFile(Path folder, Consumer<String> onError) {
        this.folder = folder;
        this.onError = onError;
    }

    /**
     * Writes the log of this process to the home folder.
     *
     * @param onError called once with a message if the log cannot be written
     */
    static void use(Home home, Consumer<String> onError) {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        root.addHandler(new LogFile(home.logs(), onError));
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    /**
     * From now on records are written on a thread of their own, so that neither the disk nor the log's lock holds up the thread of the
     * window. Records that wait are written before the process exits.
     */
    static void writeInBackground() {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            if (handler instanceof LogFile log) {
                log.startWriter();
            }
        }
    }

    private synchronized void startWriter() {
        if (writer == null) {
            writer = Thread.ofPlatform().daemon().name("log").start(this::writeWaiting);
        }
    }

    @Override
    public void publish(LogRecord entry) {
        if (writer == null) {
            write(entry);
            return;
        }
        // Determined from the stack of the caller, so not on the writer's thread.
        var _ = entry.getSourceMethodName();
        if (!waiting.offer(entry)) {
            reportError("the log is too slow for its records", null, ErrorManager.WRITE_FAILURE);
        }
    }

    private void writeWaiting() {
        try {
            for (LogRecord next = waiting.take(); next != END; next = waiting.take()) {
                write(next);
            }
        } catch (InterruptedException e) {
            reportError(null, e, ErrorManager.WRITE_FAILURE);
        }
    }

    private synchronized void write(LogRecord entry) {
        if (file == null && !attempted) {
            attempted = true;
            file = open();
        }
        if (file != null) {
            file.publish(entry);
        }
    }

    /** The default format, without the secrets that a message or an exception may contain. */
    private static final class MaskingFormatter extends SimpleFormatter {
        @Override
        public synchronized String format(LogRecord entry) {
            return SecretMasker.text(super.format(entry));
        }
    }

    private @Nullable Handler open() {
        try {
            Path existing = new Home(folder).ensure(folder);
            RotatingLogHandler handler = new RotatingLogHandler(existing, BYTES, FILES);
            handler.setFormatter(new MaskingFormatter());
            return handler;
        } catch (IOException | OperationFailedException e) {
            onError.accept(Messages.of(LogFile.class).get("log.unwritable", folder, String.valueOf(e.getMessage())));
            return null;
        }
    }

    @Override
    public void flush() {
        // Each record is flushed as it is written.
    }

    /** Writes the records that wait, for a few seconds at most. */
    @Override
    public void close() {
        Thread writing = writer;
        try {
            if (writing != null && waiting.offer(END, LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                writing.join(LONGEST_CLOSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeFile();
    }

    private synchronized void closeFile() {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}

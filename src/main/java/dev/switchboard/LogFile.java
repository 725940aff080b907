package dev.switchboard;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.settings.Home;
import dev.switchboard.text.Messages;
import dev.switchboard.text.SecretMasker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
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

    /** Libraries log only warnings and errors: the AWS client would write complete messages into a debug log. */
    private static final List<String> LIBRARIES = List.of(
            "software.amazon.awssdk", "org.apache.hc", "com.zaxxer.hikari", "org.postgresql", "io.zonky",
            "javafx", "jdk", "sun", "com.sun");

    // The log manager references loggers weakly; without these references their levels would be lost.
    private static final List<Logger> LOGGERS = LIBRARIES.stream().map(Logger::getLogger).toList();

    private final Path folder;
    private final Consumer<String> onError;
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

    @Override
    public synchronized void publish(LogRecord entry) {
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
    public synchronized void flush() {
        if (file != null) {
            file.flush();
        }
    }

    @Override
    public synchronized void close() {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}

package dev.switchboard.local;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Creates the failures of the local engines. */
final class LocalFailures {
    private static final Messages TEXT = Messages.of(LocalFailures.class);

    private LocalFailures() {}

    /** A file in the engines' folder could not be read or written. */
    static OperationFailedException files(LocalFolder folder, IOException cause) {
        String message = String.valueOf(cause.getMessage());
        if (message.contains("No space left") || message.contains("not enough space")) {
            return new OperationFailedException(TEXT.get("disk.full", folder.root()), TEXT.get("disk.full.remedy"), cause);
        }
        return new OperationFailedException(TEXT.get("files.failed", folder.root(), message), TEXT.get("files.failed.remedy"), cause);
    }

    /** An engine ended or did not respond instead of starting; the failure quotes the last line of its log. */
    static OperationFailedException start(String title, Path log) {
        String last = lastLine(log);
        if (last.contains("No space left")) {
            return new OperationFailedException(TEXT.get("disk.full", log), TEXT.get("disk.full.remedy"));
        }
        return new OperationFailedException(TEXT.get("start.failed", title, last), TEXT.get("start.failed.remedy", log));
    }

    /** The last line of a log. */
    static String lastLine(Path log) {
        try {
            List<String> lines = Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList();
            return lines.isEmpty() ? TEXT.get("log.empty") : lines.getLast().strip();
        } catch (IOException e) {
            return TEXT.get("log.unreadable");
        }
    }
}

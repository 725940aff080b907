package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.value.ByteString;
import dev.switchboard.dynamodb.value.ItemRules;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.NewFile;
import dev.switchboard.file.RegularFiles;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Utf8;
import dev.switchboard.ui.common.UiContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Loads a value from a file and saves it to one, off the JavaFX thread. */
final class BinaryFiles {
    private static final Messages TEXT = Messages.of(BinaryFiles.class);
    private final UiContext context;

    BinaryFiles(UiContext context) {
        this.context = context;
    }

    /** Asks for a file and passes its bytes. */
    void load(Consumer<ByteString> loaded) {
        context.dialogs().openFile(TEXT.get("file.load.title"), TEXT.get("file.kind"), "*.*").ifPresent(file -> context.jobs().start(
                TEXT.get("file.load.job", file.getFileName()), progress -> ByteString.of(read(file)), loaded, context.dialogs()::error));
    }

    /** Asks for a file and passes its text. */
    void loadText(Consumer<String> loaded) {
        context.dialogs().openFile(TEXT.get("file.load.title"), TEXT.get("file.kind"), "*.*").ifPresent(file -> context.jobs().start(
                TEXT.get("file.load.job", file.getFileName()), progress -> text(file), loaded, context.dialogs()::error));
    }

    private static String text(Path file) {
        try {
            return Utf8.decode(read(file));
        } catch (Utf8.InvalidUtf8Exception e) {
            throw new InvalidInputException("file_not_utf8", TEXT.get("file.not-utf8", file), TEXT.get("file.not-utf8.remedy"), e);
        }
    }

    private static byte[] read(Path file) {
        try (InputStream in = RegularFiles.open(file)) {
            byte[] bytes = in.readNBytes(ItemRules.MOST_BYTES + 1);
            if (bytes.length > ItemRules.MOST_BYTES) {
                throw new InvalidInputException("file_too_large", TEXT.get("file.large", file), TEXT.get("file.large.remedy"));
            }
            return bytes;
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("file.unreadable", file, reason(e)), TEXT.get("file.unreadable.remedy"), e);
        }
    }

    /** Asks for a file and writes the bytes to it. */
    void save(String name, ByteString bytes) {
        write(name + ".bin", bytes.toByteArray());
    }

    /** Asks for a file and writes the text to it. */
    void saveText(String name, String text) {
        write(name + ".txt", text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] bytes) {
        String safe = name.replaceAll("[^\\w.-]", "_");
        context.dialogs().saveFile(TEXT.get("file.save.title"), safe, TEXT.get("file.kind"), "*.*").ifPresent(file -> context.jobs().start(
                TEXT.get("file.save.job", file.getFileName()),
                progress -> written(file, bytes),
                done -> context.notices().done(TEXT.get("file.saved", bytes.length, done)),
                context.dialogs()::error));
    }

    private static Path written(Path file, byte[] bytes) {
        try (NewFile target = NewFile.at(file)) {
            target.write(bytes);
            target.replace();
            return file;
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("file.unwritable", file, reason(e)), TEXT.get("file.unwritable.remedy"), e);
        }
    }

    private static String reason(IOException e) {
        @Nullable String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}

package dev.switchboard.ui.common.transfer;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Shows a file in the file manager of the platform. */
public final class FolderOpener {
    private static final Messages TEXT = Messages.of(FolderOpener.class);

    private FolderOpener() {}

    /** Opens the folder of a file, off the JavaFX thread. */
    public static void open(UiContext context, Path file) {
        context.jobs().start(TEXT.get("folder.job"), progress -> start(file), done -> {}, context.dialogs()::error);
    }

    private static boolean start(Path file) {
        try {
            ProcessBuilder command = new ProcessBuilder(command(System.getProperty("os.name", ""), file));
            command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            return command.start().isAlive();
        } catch (IOException e) {
            Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
            throw new OperationFailedException(TEXT.get("folder.failed"), TEXT.get("folder.remedy", folder), e);
        }
    }

    /** The command of a platform; where it can, it also selects the file. */
    static List<String> command(String system, Path file) {
        String name = system.toLowerCase(Locale.ROOT);
        Path whole = file.toAbsolutePath();
        if (name.contains("mac")) {
            return List.of("open", "-R", whole.toString());
        }
        if (name.contains("windows")) {
            return List.of("explorer.exe", "/select," + whole);
        }
        return List.of("xdg-open", Objects.requireNonNullElse(whole.getParent(), whole).toString());
    }
}

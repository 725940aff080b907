package dev.switchboard.cli;

import dev.switchboard.cli.invocation.GlobalOptions;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.file.RegularFiles;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** The root command; without a subcommand, it opens the window. */
@Command(name = "switchboard", versionProvider = RootCommand.Version.class)
final class RootCommand extends GlobalOptions implements Callable<Integer> {
    private static final Messages TEXT = Messages.of(RootCommand.class);
    private final ToIntFunction<RootCommand> window;

    @Option(names = {"-V", "--version"}, versionHelp = true)
    private boolean version;

    @Option(names = "--restore", paramLabel = "FILE")
    private @Nullable Path restore;

    RootCommand(ToIntFunction<RootCommand> window) {
        this.window = window;
    }

    /** Returns whether the version was requested. */
    boolean version() {
        return version;
    }

    /**
     * Returns the backup that the window offers to restore, or null.
     *
     * @throws InvalidInputException if it cannot be read, before the window opens
     */
    @Nullable
    Path readableBackup() {
        Path file = restore;
        if (file == null) {
            return null;
        }
        try (InputStream in = RegularFiles.open(file)) {
            int _ = in.read();
            return file;
        } catch (IOException e) {
            throw new InvalidInputException("file_unreadable", TEXT.get("file.unreadable", file), TEXT.get("file.unreadable.remedy"), e);
        }
    }

    @Override
    public Integer call() {
        return window.applyAsInt(this);
    }

    /** Gives picocli the line of {@code --version}. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {CommandLineProgram.versionLine()};
        }
    }
}

package dev.switchboard.cli;

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

    /** Returns the backup that the window offers to restore, or null. */
    @Nullable
    Path restore() {
        return restore;
    }

    @Override
    public Integer call() {
        return window.applyAsInt(this);
    }

    /** Reads the version from the manifest of the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String named = RootCommand.class.getPackage().getImplementationVersion();
            return new String[] {"switchboard " + (named == null ? "development" : named)};
        }
    }
}

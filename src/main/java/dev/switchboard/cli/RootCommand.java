package dev.switchboard.cli;

import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** The program itself; without a command it opens the window. */
@Command(name = "switchboard", versionProvider = RootCommand.Version.class)
final class RootCommand extends GlobalOptions implements Callable<Integer> {
    private final ToIntFunction<GlobalOptions> window;

    @Option(names = {"-V", "--version"}, versionHelp = true)
    private boolean version;

    RootCommand(ToIntFunction<GlobalOptions> window) {
        this.window = window;
    }

    /** Whether the version was asked for. */
    boolean version() {
        return version;
    }

    @Override
    public Integer call() {
        return window.applyAsInt(this);
    }

    /** The version that the jar's manifest names. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String named = RootCommand.class.getPackage().getImplementationVersion();
            return new String[] {"switchboard " + (named == null ? "development" : named)};
        }
    }
}

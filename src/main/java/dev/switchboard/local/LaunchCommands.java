package dev.switchboard.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Creates the commands that start the guardian and the engines: through a shell, or through Java on Windows. */
final class LaunchCommands {
    private LaunchCommands() {}

    /** The guardian's command; its arguments are the engines' folder and the name of the lease. */
    static List<String> guardian(Host host) {
        if (host.windows()) {
            Path java = Path.of(System.getProperty("java.home"), "bin", host.program("java"));
            return List.of(java.toString(), "-Xmx16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                    System.getProperty("java.class.path"), EngineWatchdog.class.getName());
        }
        return List.of("sh", "-c", script("guardian.sh"), "switchboard-guardian");
    }

    /**
     * Wraps an engine's command so that its run file exists before the engine does, and so that Ctrl-C in the console does not stop
     * it.
     */
    static List<String> engine(EngineProcess running, Path runFile, List<String> command) {
        List<String> all = new ArrayList<>(List.of("sh", "-c", script("engine.sh"), "switchboard-engine", runFile.toString(),
                Long.toString(ProcessHandle.current().pid()), running.signal(), Integer.toString(running.port()), running.title(),
                running.host()));
        all.addAll(command);
        return all;
    }

    private static String script(String name) {
        try (InputStream in = LaunchCommands.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not found on the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

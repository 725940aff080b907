package dev.switchboard.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the guardian and the engines are started: by the system's shell, or on Windows, which has none, by Java. */
final class LaunchCommands {
    private LaunchCommands() {}

    /** The guardian's command; it takes the engines' folder and the name of the lease. */
    static List<String> guardian(Host host) {
        if (host.windows()) {
            Path java = Path.of(System.getProperty("java.home"), "bin", host.program("java"));
            return List.of(java.toString(), "-Xmx16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                    System.getProperty("java.class.path"), EngineWatchdog.class.getName());
        }
        return List.of("sh", "-c", script("guardian.sh"), "switchboard-guardian");
    }

    /** An engine's command, wrapped so that its run file is there before it is and so that a console's Ctrl-C does not reach it. */
    static List<String> engine(EngineProcess running, Path runFile, List<String> command) {
        List<String> all = new ArrayList<>(List.of("sh", "-c", script("engine.sh"), "switchboard-engine", runFile.toString(),
                Long.toString(ProcessHandle.current().pid()), running.signal(), Integer.toString(running.port()), running.title()));
        all.addAll(command);
        return all;
    }

    private static String script(String name) {
        try (InputStream in = LaunchCommands.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

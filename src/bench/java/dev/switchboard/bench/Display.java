package dev.switchboard.bench;

import dev.switchboard.bench.world.Programs;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/** Where windows are shown: on the display that there is, else on an Xvfb of one's own, else nowhere, by JavaFX's headless platform. */
final class Display implements AutoCloseable {
    private final Process server;
    private final String name;

    private Display(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    static Display open() throws IOException, InterruptedException {
        String present = System.getenv("DISPLAY");
        if (present != null && !present.isBlank()) {
            return new Display(null, present);
        }
        if (Programs.onPath("Xvfb").isEmpty()) {
            return new Display(null, null);
        }
        // Xvfb chooses a free number and says it when it is ready.
        Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-ac")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Display(server, ":" + server.inputReader().readLine());
    }

    /** Lets a program be shown there. */
    void give(Map<String, String> variables) {
        if (name == null) {
            variables.merge("JAVA_TOOL_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw", (one, other) -> one + " " + other);
        } else {
            variables.put("DISPLAY", name);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.destroy();
        }
    }

    @Override
    public String toString() {
        return Objects.requireNonNullElse(name, "none, headless");
    }
}

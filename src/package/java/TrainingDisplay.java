import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Where the window is shown while its cache is trained. With Linux's own toolkit, as on the operator's screen, the cache has its classes
 * too: on the display that there is, else on an Xvfb. Without either, and on other systems, JavaFX's headless platform takes its place.
 */
record TrainingDisplay(Process server, Map<String, String> variables, List<String> options) implements AutoCloseable {
    static TrainingDisplay open() throws IOException {
        if (!PackageLayout.linux()) {
            return headless();
        }
        if (!System.getenv().getOrDefault("DISPLAY", "").isBlank()) {
            return new TrainingDisplay(null, Map.of(), List.of());
        }
        try {
            // It chooses a free number, and says it when it is ready.
            Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new TrainingDisplay(server, Map.of("DISPLAY", ":" + server.inputReader().readLine()), List.of());
        } catch (IOException absent) {
            System.out.println("the caches are trained without a display: there is no Xvfb");
            return headless();
        }
    }

    private static TrainingDisplay headless() {
        return new TrainingDisplay(null, Map.of(), List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    }

    @Override
    public void close() {
        if (server != null) {
            server.destroy();
        }
    }
}

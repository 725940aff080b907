import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Trains the cache with the image's own runtime, class path and options, by the real program doing its whole main job. */
final class Training {
    private static final String OPTION = "java-options=";
    private static final String CLASS_PATH = "app.classpath=$APPDIR/";

    private Training() {}

    static void run(Layout layout) throws IOException, InterruptedException {
        Path cache = layout.imageApp().resolve(Image.CACHE);
        Path home = Files.createTempDirectory(layout.out(), "training");
        launch(layout, layout.imageApp(), layout.imageRuntime(), home, List.of("-XX:AOTCacheOutput=" + cache, "-Dglass.platform=Headless", "-Dprism.order=sw"),
                List.of("tour", "--pictures", home.resolve("pictures").toString()));
        Folders.delete(home);
        System.out.printf("the cache has %d MB%n", Files.size(cache) / 1_000_000);
    }

    /** Starts the image from another place, with nothing left where it was trained, as an installation would be. */
    static void check(Layout layout) throws IOException, InterruptedException {
        Path images = layout.image().getParent();
        Path away = images.resolveSibling("moved image");
        Files.move(images, away);
        try {
            Path app = away.resolve(images.relativize(layout.imageApp()));
            Path home = Files.createTempDirectory(layout.out(), "check");
            Path java = away.resolve(images.relativize(layout.imageRuntime()));
            // Refuses to start where the cache is not accepted.
            launch(layout, app, java, home, List.of("-XX:AOTCache=" + app.resolve(Image.CACHE), "-XX:AOTMode=on"), List.of("--version"));
            Folders.delete(home);
        } finally {
            Files.move(away, images);
        }
    }

    private static void launch(Layout layout, Path app, Path runtime, Path home, List<String> options, List<String> words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(runtime.resolve("bin").resolve(Layout.windows() ? "java.exe" : "java").toString());
        List<String> classPath = new ArrayList<>();
        for (String line : Files.readAllLines(app.resolve(layout.name() + ".cfg"))) {
            if (line.startsWith(OPTION) && !line.contains("-XX:AOTCache")) {
                command.add(line.substring(OPTION.length()));
            } else if (line.startsWith(CLASS_PATH)) {
                classPath.add(app.resolve(line.substring(CLASS_PATH.length())).toString());
            }
        }
        command.addAll(options);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), "dev.switchboard.Switchboard"));
        command.addAll(words);
        Path log = layout.out().resolve("training.log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SWITCHBOARD_HOME", home.toString());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", words) + " ended with " + status + ":\n" + Files.readString(log));
        }
    }
}

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
        Path app = layout.imageApp();
        Path cache = app.resolve(Image.CACHE);
        Path home = Files.createTempDirectory(layout.out(), "training");
        Path log = layout.out().resolve("training.log");
        List<String> command = new ArrayList<>();
        command.add(layout.imageRuntime().resolve("bin").resolve(Layout.windows() ? "java.exe" : "java").toString());
        List<String> classPath = new ArrayList<>();
        for (String line : Files.readAllLines(app.resolve(layout.name() + ".cfg"))) {
            if (line.startsWith(OPTION) && !line.contains("-XX:AOTCache")) {
                command.add(line.substring(OPTION.length()));
            } else if (line.startsWith(CLASS_PATH)) {
                classPath.add(app.resolve(line.substring(CLASS_PATH.length())).toString());
            }
        }
        command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Dglass.platform=Headless", "-Dprism.order=sw",
                "-cp", String.join(File.pathSeparator, classPath), "dev.switchboard.Switchboard"));
        command.addAll(List.of("tour", "--pictures", home.resolve("pictures").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SWITCHBOARD_HOME", home.toString());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.directory(new File(System.getProperty("java.io.tmpdir")));
        int status = builder.start().waitFor();
        if (status != 0 || Files.notExists(cache)) {
            throw new IllegalStateException("the training run ended with " + status + ":\n" + Files.readString(log));
        }
        Folders.delete(home);
        System.out.printf("the cache has %d MB%n", Files.size(cache) / 1_000_000);
    }
}

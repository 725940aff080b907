import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts the image by Java itself, with the options and the class path that jpackage wrote down for its launcher. */
record JavaLauncher(Path app, Path runtime, PackageLayout layout) {
    static final String MAIN = "dev.switchboard.Switchboard";

    private static final String OPTION = "java-options=";
    private static final String CLASS_PATH = "app.classpath=$APPDIR/";

    static JavaLauncher of(PackageLayout layout) {
        return new JavaLauncher(layout.imageApp(), layout.imageRuntime(), layout);
    }

    /** All options but the one that names the cache. */
    List<String> options() throws IOException {
        return configuration().filter(line -> line.startsWith(OPTION) && !line.contains("-XX:AOTCache"))
                .map(line -> line.substring(OPTION.length()))
                .toList();
    }

    /** The jars' names, relative to the folder of the application; their order is part of what a cache is checked for. */
    List<String> classPath() throws IOException {
        return configuration().filter(line -> line.startsWith(CLASS_PATH)).map(line -> line.substring(CLASS_PATH.length())).toList();
    }

    private Stream<String> configuration() throws IOException {
        return Files.readAllLines(app.resolve(layout.name() + ".cfg")).stream();
    }

    /** Runs it to its end, which must be a good one. */
    void run(Path home, String mainClass, List<String> options, List<String> words) throws IOException, InterruptedException {
        run(home, Map.of(), mainClass, options, words);
    }

    /** The same with further variables of the environment. */
    void run(Path home, Map<String, String> variables, String mainClass, List<String> options, List<String> words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(runtime.resolve("bin").resolve(PackageLayout.windows() ? "java.exe" : "java").toString());
        command.addAll(options());
        command.addAll(options);
        command.add("-cp");
        command.add(String.join(File.pathSeparator, classPath().stream().map(jar -> app.resolve(jar).toString()).toList()));
        command.add(mainClass);
        command.addAll(words);
        Path log = layout.out().resolve("training.log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(variables);
        builder.environment().put("SWITCHBOARD_HOME", home.toString());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", words) + " ended with " + status + ":\n" + Files.readString(log));
        }
    }
}

package dev.switchboard.bench;

import dev.switchboard.bench.floor.BareListTables;
import dev.switchboard.bench.floor.BareWindow;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The least that the same runtime, flags and libraries take, with a cache of its own: a bare window, and a bare call of the SDK. */
final class FloorProgram extends MeasuredProgram {
    static final String WINDOW = "bare FXML window";
    static final String LIST = "bare SDK ListTables";

    private static final Pattern DRAWN = Pattern.compile("First frame shown after (\\d+) ms");
    private final List<String> command;
    private final boolean window;
    private final Display display;

    private FloorProgram(String name, List<String> command, boolean window, Display display) {
        super(name);
        this.command = command;
        this.window = window;
        this.display = display;
    }

    /** Both floors of an image, once their caches are trained. */
    static List<FloorProgram> all(InstalledImage image, URI endpoint, Path folder, Display display)
            throws IOException, InterruptedException {
        Path jar = jar(folder.resolve("floor.jar"));
        Path windowCache = folder.resolve("window.aot");
        Path listCache = folder.resolve("list.aot");
        train(image, jar, windowCache, display, BareWindow.class, "once");
        train(image, jar, listCache, display, BareListTables.class, endpoint.toString());
        return List.of(
                new FloorProgram(WINDOW, image.command(jar, List.of("-XX:AOTCache=" + windowCache), BareWindow.class.getName()), true,
                        display),
                new FloorProgram(LIST, image.command(jar, List.of("-XX:AOTCache=" + listCache), BareListTables.class.getName(),
                        endpoint.toString()), false, display));
    }

    /** The classes in a jar, because a cache takes none from a folder. */
    private static Path jar(Path file) throws IOException {
        Path classes = Path.of(BareWindow.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        String packageFolder = BareWindow.class.getPackageName().replace('.', '/');
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file));
                Stream<Path> files = Files.list(classes.resolve(packageFolder))) {
            for (Path one : files.toList()) {
                jar.putNextEntry(new JarEntry(packageFolder + "/" + one.getFileName()));
                Files.copy(one, jar);
                jar.closeEntry();
            }
        }
        return file;
    }

    private static void train(InstalledImage image, Path jar, Path cache, Display display, Class<?> program, String word)
            throws IOException, InterruptedException {
        List<String> options = List.of("-XX:AOTCacheOutput=" + cache, "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");
        ProcessBuilder builder = new ProcessBuilder(image.command(jar, options, program.getName(), word));
        display.give(builder.environment());
        toTheEnd(builder);
    }

    @Override
    Map<Metric, Double> measure() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        if (!window) {
            return Map.of(Metric.LIST, toTheEnd(builder));
        }
        display.give(builder.environment());
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader said = process.inputReader()) {
            String line = String.valueOf(said.readLine());
            Matcher drawn = DRAWN.matcher(line);
            if (!drawn.matches()) {
                throw new IllegalStateException("the bare window said " + line);
            }
            return Map.of(Metric.PICTURE, Double.valueOf(drawn.group(1)));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }
}

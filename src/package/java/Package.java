import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the application image and the installer of the platform it runs on. The build calls it with the JDK that it builds with:
 * {@code java src/package/java/Package.java PROJECT VERSION}, after the jar and its libraries are under target.
 */
final class Package {
    private Package() {}

    public static void main(String[] args) throws Exception {
        Path project = Path.of(args[0]);
        Layout layout = new Layout(project, args[1]);
        Folders.clear(layout.out());
        step("runtime", () -> Runtime.link(layout));
        step("application", () -> Application.gather(layout));
        step("licences", () -> Licences.gather(layout));
        step("image", () -> Image.make(layout));
        step("AOT caches", () -> Training.run(layout));
        step("moved start", () -> Training.check(layout));
        if (Layout.linux()) {
            step("launcher", () -> Launcher.write(layout));
        }
        step("installer", () -> Installer.make(layout));
        if (Layout.linux() && Installer.onPath("dpkg-deb")) {
            step("minimal root", () -> MinimalRoot.run(layout));
        }
    }

    private static void step(String name, Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        System.out.printf("%-12s %5.1f s%n", name, (System.nanoTime() - start) / 1e9);
    }

    /** One part of the work. */
    @FunctionalInterface
    interface Step {
        void run() throws Exception;
    }

    /** Runs a tool of the JDK, as a program: only those read files of arguments. */
    static void tool(String name, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", name).toString()));
        command.addAll(arguments);
        run(command);
    }

    /** Runs a program; its output is shown where it fails. */
    static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + "\n" + said);
        }
    }

    /** Copies a file into a folder under its own name. */
    static void copy(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.copy(file, folder.resolve(file.getFileName()));
    }
}

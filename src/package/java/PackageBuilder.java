import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the application image and the installer of the platform it runs on. The build calls it with the JDK that it builds with:
 * {@code java src/package/java/PackageBuilder.java PROJECT VERSION}, after the jar and its libraries are under target.
 */
final class PackageBuilder {
    private PackageBuilder() {}

    public static void main(String[] args) throws Exception {
        Path project = Path.of(args[0]);
        PackageLayout layout = new PackageLayout(project, args[1]);
        Directories.clear(layout.out());
        step("runtime", () -> RuntimeLinker.link(layout));
        step("application", () -> ApplicationAssembler.gather(layout));
        step("licences", () -> LicenseCollector.gather(layout));
        step("image", () -> ImageBuilder.make(layout));
        step("AOT caches", () -> AotCacheTrainer.run(layout));
        step("moved start", () -> AotCacheTrainer.check(layout));
        if (PackageLayout.linux()) {
            step("launcher", () -> LinuxLauncherWriter.write(layout));
        }
        step("installer", () -> InstallerBuilder.make(layout));
        if (PackageLayout.linux() && InstallerBuilder.onPath("dpkg-deb")) {
            step("minimal root", () -> MinimalRootTester.run(layout));
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

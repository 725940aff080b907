import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Installs the Debian package in an empty root and uses it there, where this machine can make one. */
final class MinimalRootTester {
    private static final List<String> TOOLS = List.of("debootstrap", "Xvfb", "xdotool", "import");

    private MinimalRootTester() {}

    static void run(PackageLayout layout) throws IOException, InterruptedException {
        Path script = layout.project().resolve("src/package/linux/minimal-root.sh");
        List<String> missing = TOOLS.stream().filter(tool -> !InstallerBuilder.onPath(tool)).toList();
        if (!System.getProperty("user.name").equals("root") || !missing.isEmpty()) {
            System.out.printf("NOT TRIED in a minimal root, which wants root and %s: sudo %s %s%n", TOOLS, script,
                    InstallerBuilder.deb(layout));
            return;
        }
        Process process =
                new ProcessBuilder(script.toString(), InstallerBuilder.deb(layout).toString(), layout.out().resolve("pictures").toString())
                        .inheritIO()
                        .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the package does not work in a minimal root");
        }
    }
}

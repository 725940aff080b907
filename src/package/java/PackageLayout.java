import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What lies where, before and after. */
record PackageLayout(Path project, String version) {
    Path target() {
        return project.resolve("target");
    }

    /** Everything that packaging makes. */
    Path out() {
        return target().resolve("package");
    }

    /** JavaFX's own jars, as modules for jlink. */
    Path javafx() {
        return out().resolve("javafx");
    }

    Path runtime() {
        return out().resolve("runtime");
    }

    /** What goes onto the class path, and beside it. */
    Path input() {
        return out().resolve("input");
    }

    Path image() {
        return out().resolve(mac() ? "image/Switchboard.app" : "image/switchboard");
    }

    /** Where the image has our jars. */
    Path imageApp() {
        return image().resolve(mac() ? "Contents/app" : windows() ? "app" : "lib/app");
    }

    Path imageRuntime() {
        return image().resolve(mac() ? "Contents/runtime/Contents/Home" : windows() ? "runtime" : "lib/runtime");
    }

    String name() {
        return mac() ? "Switchboard" : "switchboard";
    }

    /** The libraries that the build copied, JavaFX's or all others. */
    List<Path> libraries(boolean javafx) throws IOException {
        try (Stream<Path> jars = Files.list(target().resolve("lib"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("javafx-") == javafx).sorted().toList();
        }
    }

    static boolean linux() {
        return !windows() && !mac();
    }

    static boolean windows() {
        return os().contains("windows");
    }

    static boolean mac() {
        return os().contains("mac");
    }

    private static String os() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }
}

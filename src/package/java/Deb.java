import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Packs the files as a Debian package with dpkg-deb itself: jpackage would copy the jars with new times on them. */
final class Deb {
    private Deb() {}

    static void make(Layout layout, Path files, Path file) throws IOException, InterruptedException {
        Path control = files.resolve("DEBIAN/control");
        Files.createDirectories(control.getParent());
        Files.writeString(control, Files.readString(layout.project().resolve("src/package/linux/control"))
                .replace("VERSION", layout.version())
                .replace("ARCHITECTURE", architecture())
                .replace("SIZE", Long.toString(Folders.size(layout.image()) / 1024)));
        Package.run(List.of("dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", files.toString(), file.toString()));
        Folders.delete(control.getParent());
    }

    static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Packs the files as a Debian package with dpkg-deb itself: jpackage would copy the jars with new times on them. */
final class DebBuilder {
    private DebBuilder() {}

    static void make(PackageLayout layout, Path files, Path file) throws IOException, InterruptedException {
        Path control = files.resolve("DEBIAN/control");
        Files.createDirectories(control.getParent());
        Files.writeString(control, Files.readString(layout.project().resolve("src/package/linux/control"))
                .replace("VERSION", layout.version())
                .replace("ARCHITECTURE", architecture())
                .replace("SIZE", Long.toString(Directories.size(layout.image()) / 1024)));
        PackageBuilder.run(List.of("dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", files.toString(), file.toString()));
        Directories.delete(control.getParent());
    }

    static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    }
}

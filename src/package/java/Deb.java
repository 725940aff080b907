import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * Packs the image as a Debian package with dpkg-deb itself: jpackage would copy the jars with new times on them, and the cache
 * is only accepted with jars of the age that it was trained with.
 */
final class Deb {
    private Deb() {}

    static void make(Layout layout, Path file) throws IOException, InterruptedException {
        Path root = layout.out().resolve("deb");
        Path place = root.resolve("opt/switchboard");
        Folders.clear(root);
        Files.createDirectories(place.getParent());
        Package.run(List.of("cp", "-a", layout.image().toString(), place.toString()));
        Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(root.resolve("usr/bin/switchboard"), Path.of("/opt/switchboard/bin/switchboard"));
        Path source = layout.project().resolve("src/package/deb");
        Package.copy(source.resolve("switchboard.desktop"), root.resolve("usr/share/applications"));
        Files.createDirectories(root.resolve("usr/share/doc/switchboard"));
        Files.copy(layout.project().resolve("src/package/licences/THIRD-PARTY.txt"), root.resolve("usr/share/doc/switchboard/copyright"));
        Files.createDirectories(root.resolve("DEBIAN"));
        Files.writeString(root.resolve("DEBIAN/control"), Files.readString(source.resolve("control"))
                .replace("VERSION", layout.version())
                .replace("ARCHITECTURE", architecture())
                .replace("SIZE", Long.toString(Folders.size(layout.image()) / 1024)));
        for (String script : List.of("postinst", "prerm")) {
            Package.copy(source.resolve(script), root.resolve("DEBIAN"));
        }
        permissions(root);
        Package.run(List.of("dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", root.toString(), file.toString()));
        Folders.delete(root);
    }

    static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    }

    /** What the builder's umask left out. */
    private static void permissions(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> !Files.isSymbolicLink(f)).toList()) {
                boolean open = Files.isDirectory(file) || Files.isExecutable(file) || file.getParent().endsWith("DEBIAN")
                        && !file.endsWith("control");
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}

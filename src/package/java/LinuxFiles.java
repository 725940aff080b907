import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a Linux package where they will be installed. The desktop's own packages watch these places: menu, file type and
 * icons are taken up and given up without a script of ours.
 */
final class LinuxFiles {
    private LinuxFiles() {}

    static void lay(PackageLayout layout, Path root) throws IOException, InterruptedException {
        Path place = root.resolve("opt/switchboard");
        Directories.clear(root);
        Files.createDirectories(place.getParent());
        // With the times of the files: a cache is only accepted with jars of the age that it was trained with.
        PackageBuilder.run(List.of("cp", "-a", layout.image().toString(), place.toString()));
        Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(root.resolve("usr/bin/switchboard"), Path.of("/opt/switchboard/bin/switchboard"));
        Path source = layout.project().resolve("src/package");
        put(source.resolve("linux/switchboard.desktop"), root.resolve("usr/share/applications/switchboard.desktop"));
        put(source.resolve("linux/switchboard-mime.xml"), root.resolve("usr/share/mime/packages/switchboard.xml"));
        put(source.resolve("licences/THIRD-PARTY.txt"), root.resolve("usr/share/doc/switchboard/copyright"));
        for (int size : List.of(16, 32, 64, 256)) {
            put(layout.project().resolve("src/main/resources/dev/switchboard/ui/shell/icon-" + size + ".png"),
                    root.resolve("usr/share/icons/hicolor/" + size + "x" + size + "/apps/switchboard.png"));
        }
        permissions(root);
    }

    private static void put(Path file, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        Files.copy(file, place);
    }

    /** What the builder's umask left out. */
    private static void permissions(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> !Files.isSymbolicLink(f)).toList()) {
                boolean open = Files.isDirectory(file) || Files.isExecutable(file);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
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
        describe(layout, root.resolve("usr/share"));
        for (int size : List.of(16, 32, 64, 256)) {
            put(layout.project().resolve("src/main/resources/dev/switchboard/ui/shell/icon-" + size + ".png"),
                    root.resolve("usr/share/icons/hicolor/" + size + "x" + size + "/apps/switchboard.png"));
        }
        permissions(root);
    }

    /** What shells and man know of the program, which prints it from the model of its commands. */
    private static void describe(PackageLayout layout, Path share) throws IOException, InterruptedException {
        print(layout, share.resolve("bash-completion/completions/switchboard"), "completion", "bash");
        print(layout, share.resolve("zsh/vendor-completions/_switchboard"), "completion", "zsh");
        print(layout, share.resolve("fish/vendor_completions.d/switchboard.fish"), "completion", "fish");
        Path page = share.resolve("man/man1/switchboard.1");
        print(layout, page, "help", "--man");
        // As Debian requires; without a name or a time in it, so that each build has the same bytes.
        PackageBuilder.run(List.of("gzip", "-9n", page.toString()));
    }

    private static void print(PackageLayout layout, Path place, String... words) throws IOException, InterruptedException {
        Files.createDirectories(place.getParent());
        Path home = Files.createDirectories(layout.out().resolve("describing-home"));
        List<String> command = new ArrayList<>(List.of(layout.image().resolve("bin/switchboard").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(place.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("SWITCHBOARD_HOME", home.toString());
        if (builder.start().waitFor() != 0 || Files.size(place) == 0) {
            throw new IllegalStateException(String.join(" ", command) + " did not print what belongs to " + place);
        }
        Directories.delete(home);
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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Packs the image into what the platform installs. */
final class InstallerBuilder {
    private InstallerBuilder() {}

    static void make(PackageLayout layout) throws IOException, InterruptedException {
        if (PackageLayout.windows()) {
            jpackage(layout, "msi", List.of("--win-menu", "--win-per-user-install", "--win-dir-chooser",
                    "--win-upgrade-uuid", "4b1f0f6e-6f0c-4c55-9b1e-64c3a1f0d7a2"));
        } else if (PackageLayout.mac()) {
            jpackage(layout, "dmg", List.of());
        } else {
            linux(layout);
        }
        System.out.printf("installed it takes %.1f MB%n", Directories.size(layout.image()) / 1e6);
    }

    private static void linux(PackageLayout layout) throws IOException, InterruptedException {
        Path files = layout.out().resolve("files");
        LinuxFiles.lay(layout, files);
        if (onPath("rpmbuild")) {
            say(RpmBuilder.make(layout, files));
        }
        if (onPath("dpkg-deb")) {
            DebBuilder.make(layout, files, deb(layout));
            say(deb(layout));
        }
        Directories.delete(files);
    }

    static Path deb(PackageLayout layout) {
        return layout.out().resolve("switchboard_" + layout.version() + "_" + DebBuilder.architecture() + ".deb");
    }

    private static void say(Path file) throws IOException {
        System.out.printf("%s has %.1f MB%n", file.getFileName(), Files.size(file) / 1e6);
    }

    private static void jpackage(PackageLayout layout, String type, List<String> more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "--type", type,
                "--name", layout.name(),
                "--app-version", layout.version(),
                "--vendor", "Switchboard",
                "--app-image", layout.image().toString(),
                "--dest", layout.out().toString()));
        arguments.addAll(more);
        PackageBuilder.tool("jpackage", arguments);
    }

    static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Packs the image into what the platform installs. */
final class Installer {
    private Installer() {}

    static void make(Layout layout) throws IOException, InterruptedException {
        if (Layout.windows()) {
            jpackage(layout, "msi", List.of("--win-menu", "--win-per-user-install", "--win-dir-chooser",
                    "--win-upgrade-uuid", "4b1f0f6e-6f0c-4c55-9b1e-64c3a1f0d7a2"));
        } else if (Layout.mac()) {
            jpackage(layout, "dmg", List.of());
        } else {
            linux(layout);
        }
        System.out.printf("installed it takes %.1f MB%n", Folders.size(layout.image()) / 1e6);
    }

    private static void linux(Layout layout) throws IOException, InterruptedException {
        Path files = layout.out().resolve("files");
        LinuxFiles.lay(layout, files);
        if (onPath("rpmbuild")) {
            say(Rpm.make(layout, files));
        }
        if (onPath("dpkg-deb")) {
            Deb.make(layout, files, deb(layout));
            say(deb(layout));
        }
        Folders.delete(files);
    }

    static Path deb(Layout layout) {
        return layout.out().resolve("switchboard_" + layout.version() + "_" + Deb.architecture() + ".deb");
    }

    private static void say(Path file) throws IOException {
        System.out.printf("%s has %.1f MB%n", file.getFileName(), Files.size(file) / 1e6);
    }

    private static void jpackage(Layout layout, String type, List<String> more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "--type", type,
                "--name", layout.name(),
                "--app-version", layout.version(),
                "--vendor", "Switchboard",
                "--app-image", layout.image().toString(),
                "--dest", layout.out().toString()));
        arguments.addAll(more);
        Package.tool("jpackage", arguments);
    }

    static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}

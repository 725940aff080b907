import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Linux's launcher, a shell script in the place of jpackage's: that one asks rpm and dpkg which package it belongs to before it
 * starts Java, which takes longer than the start itself, and it knows of one cache only.
 */
final class LinuxLauncherWriter {
    private LinuxLauncherWriter() {}

    /** Writes the script from what jpackage wrote down for its own launcher, and takes that one away. */
    static void write(PackageLayout layout) throws IOException {
        JavaLauncher java = JavaLauncher.of(layout);
        String script = Files.readString(layout.project().resolve("src/package/linux/switchboard.sh"))
                .replace("OPTIONS", java.options().stream().map(LinuxLauncherWriter::quoted).collect(Collectors.joining(" ")))
                .replace("CLASSPATH", java.classPath().stream().map(jar -> "$app/" + jar).collect(Collectors.joining(":")))
                .replace("COMMANDS_CACHE", AotCache.COMMANDS)
                .replace("WINDOW_CACHE", AotCache.MAIN);
        Path launcher = layout.image().resolve("bin").resolve(layout.name());
        for (Path former : List.of(launcher, layout.image().resolve("lib/libapplauncher.so"),
                layout.imageApp().resolve(layout.name() + ".cfg"), layout.imageApp().resolve(".jpackage.xml"))) {
            Files.delete(former);
        }
        Files.writeString(launcher, script);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String quoted(String option) {
        return "'" + option.replace("'", "'\\''") + "'";
    }
}

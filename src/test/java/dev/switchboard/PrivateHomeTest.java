package dev.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.local.LocalEnginesFixture;
import dev.switchboard.local.LocalOptions;
import dev.switchboard.testing.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the program writes can be read by its owner alone, whatever the umask is. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@DisabledOnOs(OS.WINDOWS)
class PrivateHomeTest {
    @TempDir
    private Path folder;

    /** The first hides nothing; {@code -Dthorough=true} takes the usual ones too. */
    static List<String> umasks() {
        return Boolean.getBoolean("thorough") ? List.of("000", "022", "077") : List.of("000");
    }

    @ParameterizedTest
    @MethodSource("umasks")
    void everyFileAndFolderIsPrivateFromTheFirstMoment(String umask) throws Exception {
        Path home = folder.resolve("above/home");
        Path chosen = Files.createDirectory(folder.resolve("chosen"));
        LocalOptions ports = LocalEnginesFixture.options(27000, 27500);
        List<String> command = new ArrayList<>(List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh"));
        command.addAll(JavaProcess.java(
                List.of("-XX:-UsePerfData"), PrivateHomeProgram.class.getName(), home.toString(), chosen.toString(),
                String.valueOf(ports.dynamoDbPort()), String.valueOf(ports.postgresPort())));
        Process process = new ProcessBuilder(command).redirectError(folder.resolve("said").toFile()).start();
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).as(Files.readString(folder.resolve("said"))).isEqualTo("ready");
            assertThat(open(home)).isEmpty();
            assertThat(open(chosen)).filteredOn(line -> !line.endsWith(" " + chosen)).isEmpty();
            assertThat(names(home)).contains("settings.json", "settings.lock", "backups", "journal", "logs", "switchboard-0-0.log",
                    "leases",
                    "postgres.password", "user-pool.json", "initdb.log", "dynoxide.db");
        } finally {
            process.getOutputStream().close();
            process.waitFor();
        }
    }

    @Test
    void aHomeThatAnEarlierVersionLeftOpenIsClosed() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path data = Files.createDirectories(home.resolve("local/dynamodb/dynoxide")).resolve("dynoxide.db");
        Path program = Files.createDirectories(home.resolve("local/postgres/unpacked/bin")).resolve("postgres");
        Path backup = Files.createDirectories(home.resolve("backups")).resolve("t.switchboard");
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "not of this program");
        for (Path file : List.of(data, program, backup, home.resolve("settings.json"))) {
            Files.writeString(file, "{}");
        }
        Files.createSymbolicLink(home.resolve("backups/link"), elsewhere);
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
            }
        }
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(start(home)).isZero();

        assertThat(open(home)).isEmpty();
        assertThat(Files.isExecutable(program)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere))).isEqualTo("rw-r--r--");
    }

    @Test
    void aFolderWithOtherFilesIsLeftOpenAndThatIsLogged() throws Exception {
        Path home = Files.createDirectories(folder.resolve("shared"));
        Path other = Files.writeString(home.resolve("of another program"), "");
        Path backup = Files.writeString(Files.createDirectories(home.resolve("backups")).resolve("t.switchboard"), "");
        for (Path path : List.of(home, other, backup)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        assertThat(start(home)).isZero();

        assertThat(open(home)).containsExactlyInAnyOrder("rwxr-xr-x " + home, "rwxr-xr-x " + other);
        assertThat(Files.readString(home.resolve("logs/switchboard-0-0.log"))).contains("Other users may be able to read " + home);
    }

    private int start(Path home) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(JavaProcess.java(
                List.of("-XX:-UsePerfData"), "dev.switchboard.Switchboard", "local", "status"));
        builder.environment().put("SWITCHBOARD_HOME", home.toString());
        return builder.redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile()).start().waitFor();
    }

    private static List<String> names(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    /** The files and folders that another user can access, with their permissions. */
    private static List<String> open(Path root) throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
                if (permissions.stream().anyMatch(permission -> !permission.name().startsWith("OWNER"))) {
                    open.add(PosixFilePermissions.toString(permissions) + " " + path);
                }
            }
        }
        return open;
    }
}

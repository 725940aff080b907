package dev.switchboard.postgres.dump.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.InvalidInputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs of a version that fits the server are found wherever an installer put them. */
@DisabledOnOs(OS.WINDOWS)
class ClientProgramFinderTest {
    @TempDir
    private Path root;

    private Path install(String folder, String version) throws IOException {
        Path bin = Files.createDirectories(root.resolve(folder));
        for (String name : List.of("pg_dump", "pg_restore", "psql")) {
            Path program = Files.writeString(bin.resolve(name), "#!/bin/sh\necho '" + name + " (PostgreSQL) " + version + "'\n");
            assertThat(program.toFile().setExecutable(true)).isTrue();
        }
        return bin;
    }

    private ClientProgramFinder finder(@Nullable String setting, String system, String... path) {
        return new ClientProgramFinder(setting,
                new ClientProgramFolders(root, system, Map.of("PATH", String.join(File.pathSeparator, path))));
    }

    @ParameterizedTest
    @CsvSource({
        "linux, usr/lib/postgresql/18/bin",
        "linux, usr/pgsql-18/bin",
        "linux, usr/bin",
        "linux, usr/local/pgsql/bin",
        "linux, opt/PostgreSQL/18/bin",
        "linux, home/linuxbrew/.linuxbrew/opt/postgresql@18/bin",
        "Mac OS X, opt/homebrew/opt/postgresql@18/bin",
        "Mac OS X, opt/homebrew/opt/libpq/bin",
        "Mac OS X, usr/local/opt/libpq/bin",
        "Mac OS X, Applications/Postgres.app/Contents/Versions/18/bin",
        "Mac OS X, Library/PostgreSQL/18/bin"
    })
    void theUsualFoldersAreSearched(String system, String folder) throws IOException {
        Path bin = install(folder, "18.6");
        ClientPrograms found = Objects.requireNonNull(finder(null, system).find(18).programs());
        assertThat(found.folder()).isEqualTo(bin);
        assertThat(found.version()).isEqualTo("18.6");
    }

    @Test
    void onWindowsProgramFilesAreSearched() throws IOException {
        Path bin = Files.createDirectories(root.resolve("PostgreSQL/18/bin"));
        ClientProgramFolders folders = new ClientProgramFolders(Path.of("/"), "Windows 11", Map.of("PROGRAMFILES", root.toString()));
        assertThat(folders.windows()).isTrue();
        assertThat(folders.all()).containsExactly(bin);
    }

    @Test
    void theServersOwnVersionIsChosenElseTheNextNewerOne() throws IOException {
        install("usr/lib/postgresql/15/bin", "15.18 (Debian 15.18-0+deb12u1)");
        install("usr/lib/postgresql/17/bin", "17.2");
        Path newest = install("somewhere", "18beta1");
        ClientProgramFinder finder = finder(null, "linux", "not/absolute", "", newest.toString(), root.resolve("gone").toString());
        assertThat(Objects.requireNonNull(finder.find(15).programs()).version()).isEqualTo("15.18");
        assertThat(Objects.requireNonNull(finder.find(16).programs()).version()).isEqualTo("17.2");
        assertThat(Objects.requireNonNull(finder.find(18).programs()).major()).isEqualTo(18);
        assertThat(finder.find(19).programs()).isNull();
        assertThat(finder.find(19).versions()).containsExactly("18beta1", "17.2", "15.18");
    }

    @Test
    void whatIsIncompleteOrAWrapperIsPassedOver() throws IOException {
        Path wrapper = Files.createDirectories(root.resolve("usr/share/postgresql-common")).resolve("pg_wrapper");
        Files.writeString(wrapper, "#!/bin/sh\necho 'pg_dump (PostgreSQL) 99.1'\n");
        assertThat(wrapper.toFile().setExecutable(true)).isTrue();
        Path bin = Files.createDirectories(root.resolve("usr/bin"));
        for (String name : List.of("pg_dump", "pg_restore", "psql")) {
            Files.createSymbolicLink(bin.resolve(name), wrapper);
        }
        Files.delete(install("usr/lib/postgresql/18/bin", "18.6").resolve("pg_restore"));
        Path broken = install("usr/lib/postgresql/17/bin", "17.1");
        Files.writeString(broken.resolve("pg_dump"), "not a program");
        install("opt/pgsql/bin", "not a version");
        assertThat(finder(null, "linux").find(10).programs()).isNull();
    }

    @Test
    void theSettingIsTheOnlyFolderAndSaysWhatIsWrongWithIt() throws IOException {
        install("usr/lib/postgresql/18/bin", "18.6");
        Path old = install("old", "14.9");
        assertThat(Objects.requireNonNull(finder(old.toString(), "linux").find(14).programs()).folder()).isEqualTo(old);
        assertThatThrownBy(() -> finder(old.toString(), "linux").find(18)).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("14.9").hasMessageContaining("PostgreSQL 18");
        assertThatThrownBy(() -> finder(root.resolve("nowhere").toString(), "linux").find(18)).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void aNewProgramSetsATimeoutThatOldServersDoNotKnow() {
        assertThat(new ClientPrograms(root, "", 18, "18.6").setsUnknownTimeout(15)).isTrue();
        assertThat(new ClientPrograms(root, "", 18, "18.6").setsUnknownTimeout(17)).isFalse();
        assertThat(new ClientPrograms(root, "", 16, "16.1").setsUnknownTimeout(15)).isFalse();
    }
}

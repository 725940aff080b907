package dev.switchboard.postgres.dump.program;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folders in which the installers of PostgreSQL put its programs, after those of the PATH. */
final class ClientProgramFolders {
    /** Each below the root of the file system; a star stands for any one folder. */
    private static final List<String> LINUX = List.of(
            "usr/lib/postgresql/*/bin", "usr/pgsql-*/bin", "usr/lib64/pgsql/bin", "usr/lib/postgresql*/bin", "usr/libexec/postgresql*",
            "usr/local/pgsql/bin", "usr/local/bin", "usr/bin", "opt/PostgreSQL/*/bin", "opt/postgresql/*/bin", "opt/postgresql*/bin",
            "opt/pgsql/bin", "opt/edb/as*/bin", "snap/bin", "home/linuxbrew/.linuxbrew/opt/postgresql@*/bin",
            "home/linuxbrew/.linuxbrew/opt/libpq/bin");

    private static final List<String> MAC = List.of(
            "opt/homebrew/opt/postgresql@*/bin", "opt/homebrew/opt/libpq/bin", "opt/homebrew/bin", "usr/local/opt/postgresql@*/bin",
            "usr/local/opt/libpq/bin", "usr/local/bin", "Applications/Postgres.app/Contents/Versions/*/bin", "Library/PostgreSQL/*/bin",
            "opt/local/lib/postgresql*/bin", "usr/local/pgsql/bin");

    private static final List<String> WINDOWS = List.of("PostgreSQL/*/bin", "PostgreSQL/*/pgAdmin 4/runtime", "edb/as*/bin");
    private static final List<String> WINDOWS_ROOTS = List.of("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)");
    private final Path root;
    private final String system;
    private final Map<String, String> variables;

    /**
     * @param root the root of the file system; not used on Windows
     * @param system the name of the operating system, as in the property os.name
     * @param variables the environment variables of the process
     */
    ClientProgramFolders(Path root, String system, Map<String, String> variables) {
        this.root = root;
        this.system = system.toLowerCase(Locale.ROOT);
        this.variables = variables;
    }

    static ClientProgramFolders ofProcess() {
        return new ClientProgramFolders(Path.of("/"), System.getProperty("os.name"), System.getenv());
    }

    boolean windows() {
        return system.contains("windows");
    }

    /** Returns the existing folders, each once. */
    List<Path> all() {
        Set<Path> folders = new LinkedHashSet<>();
        for (String part : variable("PATH").split(File.pathSeparator, -1)) {
            @Nullable Path folder = part.isBlank() ? null : path(part);
            if (folder != null && folder.isAbsolute() && Files.isDirectory(folder)) {
                folders.add(folder);
            }
        }
        if (windows()) {
            WINDOWS_ROOTS.stream().map(this::variable).filter(name -> !name.isBlank()).map(ClientProgramFolders::path)
                    .forEach(programs -> WINDOWS.forEach(pattern -> expand(programs, pattern, folders)));
        } else {
            (system.contains("mac") ? MAC : LINUX).forEach(pattern -> expand(root, pattern, folders));
        }
        return List.copyOf(folders);
    }

    /** On Windows, the letter case of a variable's name has no meaning. */
    private String variable(String name) {
        return variables.entrySet().stream()
                .filter(entry -> windows() ? entry.getKey().equalsIgnoreCase(name) : entry.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static @Nullable Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            return null; // a wrong entry of the PATH names no folder
        }
    }

    private static void expand(@Nullable Path from, String pattern, Set<Path> folders) {
        if (from == null) {
            return;
        }
        List<Path> found = List.of(from);
        for (String part : pattern.split("/", -1)) {
            List<Path> next = new ArrayList<>();
            found.forEach(folder -> next.addAll(part.contains("*") ? matching(folder, part) : List.of(folder.resolve(part))));
            found = next;
        }
        found.stream().filter(Files::isDirectory).forEach(folders::add);
    }

    private static List<Path> matching(Path folder, String part) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, part)) {
                entries.forEach(found::add);
            } catch (IOException e) {
                return List.of(); // a folder that cannot be read offers nothing
            }
        }
        return found;
    }
}

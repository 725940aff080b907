package dev.switchboard.postgres.dump.program;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds pg_dump, pg_restore and psql of a version that fits a server. Thread-safe. */
public final class ClientProgramFinder {
    private static final Logger LOG = LoggerFactory.getLogger(ClientProgramFinder.class);
    private static final Messages TEXT = Messages.of(ClientProgramFinder.class);
    /** For example: pg_dump (PostgreSQL) 18.6 (Debian 18.6-3). */
    private static final Pattern VERSION = Pattern.compile("^pg_dump \\([^)]*\\) (([0-9]+)[.0-9a-z]*)");
    /** Debian's program of this name starts one of several versions, which it chooses itself. */
    private static final String WRAPPER = "pg_wrapper";

    private final @Nullable String setting;
    private final ClientProgramFolders folders;
    private final Map<Path, Optional<ClientPrograms>> known = new ConcurrentHashMap<>();

    ClientProgramFinder(@Nullable String setting, ClientProgramFolders folders) {
        this.setting = setting;
        this.folders = folders;
    }

    /**
     * Creates a finder for this computer.
     *
     * @param setting the only folder to look in; null for the PATH and the usual folders
     */
    public static ClientProgramFinder ofProcess(@Nullable String setting) {
        return new ClientProgramFinder(setting, ClientProgramFolders.ofProcess());
    }

    /**
     * What was found.
     *
     * @param programs of a version that fits; null if there are none
     * @param versions the versions that were found and do not fit, newest first
     */
    public record Search(@Nullable ClientPrograms programs, List<String> versions) {}

    /**
     * Returns the programs for a server: of its own version, else of the next newer one.
     *
     * @param serverMajor the major version of the server; pg_dump refuses to read from a newer one
     * @throws InvalidInputException if the setting names a folder without the programs, or with programs that are too old
     */
    public Search find(int serverMajor) {
        List<ClientPrograms> all = setting == null ? installed() : List.of(ofSetting(setting));
        Optional<ClientPrograms> best =
                all.stream().filter(found -> found.major() >= serverMajor).min(Comparator.comparingInt(ClientPrograms::major));
        if (setting != null && best.isEmpty()) {
            throw new InvalidInputException("postgres_programs_old",
                    TEXT.get("programs.old", setting, all.getFirst().version(), String.valueOf(serverMajor)),
                    TEXT.get("programs.old.remedy", String.valueOf(serverMajor)));
        }
        List<String> versions = all.stream()
                .sorted(Comparator.comparingInt(ClientPrograms::major).reversed())
                .map(ClientPrograms::version)
                .distinct()
                .collect(Collectors.toList());
        return new Search(best.orElse(null), best.isPresent() ? List.of() : versions);
    }

    private List<ClientPrograms> installed() {
        List<ClientPrograms> all = new ArrayList<>();
        folders.all().forEach(folder -> known.computeIfAbsent(folder, this::in).ifPresent(all::add));
        return all;
    }

    private ClientPrograms ofSetting(String named) {
        try {
            return in(Path.of(named).toAbsolutePath()).orElseThrow(() -> missing(named, null));
        } catch (InvalidPathException e) {
            throw missing(named, e);
        }
    }

    private static InvalidInputException missing(String named, @Nullable Throwable cause) {
        return new InvalidInputException("postgres_programs_missing", TEXT.get("programs.missing", named),
                TEXT.get("programs.missing.remedy"), cause);
    }

    private Optional<ClientPrograms> in(Path folder) {
        String suffix = folders.windows() ? ".exe" : "";
        ClientPrograms programs = new ClientPrograms(folder, suffix, 0, "");
        for (Path program : List.of(programs.pgDump(), programs.pgRestore(), programs.psql())) {
            if (!Files.isExecutable(program) || isWrapper(program)) {
                return Optional.empty();
            }
        }
        try (ClientProgram version = ClientProgram.start(List.of(programs.pgDump().toString(), "--version"), Map.of())) {
            Matcher matcher = VERSION.matcher(version.output());
            return matcher.find()
                    ? Optional.of(new ClientPrograms(folder, suffix, Integer.parseInt(matcher.group(2)), matcher.group(1)))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.info("pg_dump in {} does not start", folder, e);
            return Optional.empty();
        }
    }

    private static boolean isWrapper(Path program) {
        try {
            return program.toRealPath().getFileName().toString().equals(WRAPPER);
        } catch (IOException e) {
            return true; // a link to nothing
        }
    }
}

package dev.switchboard.settings;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.PermissionTightener;
import dev.switchboard.file.PrivateFiles;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that holds all files of the console. {@code SWITCHBOARD_HOME} names it. The default depends on the platform: {@code
 * $XDG_DATA_HOME/switchboard} or {@code ~/.local/share/switchboard} on Linux, Application Support on macOS, AppData on Windows.
 *
 * @param root the folder; it may not exist yet
 */
public record Home(Path root) {
    private static final Messages TEXT = Messages.of(Home.class);
    private static final Logger LOG = LoggerFactory.getLogger(Home.class);
    private static final Set<String> ENTRIES = Set.of("settings.json", "settings.lock", "backups", "logs", "journal", "history", "local");

    /**
     * Returns the home folder of this process.
     *
     * @throws OperationFailedException if its name is not a valid path, or if this user has no home folder, which is so in a container that
     *     runs as a user without an entry in the password file
     */
    public static Home ofProcess() {
        try {
            return of(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
        } catch (InvalidPathException e) {
            throw new OperationFailedException(TEXT.get("home.invalid", Quote.of(e.getInput())), TEXT.get("home.invalid.remedy"), e);
        }
    }

    static Home of(Map<String, String> variables, String system, Path userHome) {
        @Nullable String named = variables.get("SWITCHBOARD_HOME");
        if (named != null && !named.isBlank()) {
            return new Home(Path.of(named).toAbsolutePath().normalize());
        }
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return new Home(known(userHome).resolve("Library/Application Support/Switchboard"));
        }
        if (os.contains("windows")) {
            @Nullable String local = variables.get("LOCALAPPDATA");
            return new Home((local == null ? known(userHome).resolve("AppData/Local") : Path.of(local)).resolve("Switchboard"));
        }
        @Nullable String data = variables.get("XDG_DATA_HOME");
        return new Home((data == null || data.isBlank() ? known(userHome).resolve(".local/share") : Path.of(data)).resolve("switchboard"));
    }

    /** Java says {@code ?} for a user without an entry in the password file, which would become a folder of the current one. */
    private static Path known(Path userHome) {
        if (!userHome.isAbsolute()) {
            throw new OperationFailedException(TEXT.get("home.unknown"), TEXT.get("home.unknown.remedy"));
        }
        return userHome;
    }

    /** The settings file, JSON. */
    public Path settingsFile() {
        return root.resolve("settings.json");
    }

    /** The folder for backups. */
    public Path backups() {
        return root.resolve("backups");
    }

    /** The folder for log files. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** The folder for the journal of changes. */
    public Path journal() {
        return root.resolve("journal");
    }

    /** The folder for saved queries, which a team can share. */
    public Path queries() {
        return root.resolve("queries");
    }

    /** The folder for the entities of tables, which a team can share. */
    public Path models() {
        return root.resolve("models");
    }

    /** The folder for the history of queries. */
    public Path history() {
        return root.resolve("history");
    }

    /** The folder for the data of the embedded engines. */
    public Path local() {
        return root.resolve("local");
    }

    /**
     * Removes the permissions of other users from this folder and its contents, which an earlier version created with those that the
     * system gave them. What cannot be made private is logged.
     */
    public void makePrivate() {
        PermissionTightener.tighten(root, ENTRIES).forEach(failure -> LOG.warn("Other users may be able to read {}", failure));
    }

    /**
     * Creates a folder of this home if it does not exist.
     *
     * @return the folder
     * @throws OperationFailedException if it cannot be created
     */
    public Path ensure(Path folder) {
        try {
            PrivateFiles.createDirectories(folder);
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("home.unwritable", folder), TEXT.get("home.unwritable.remedy"), e);
        }
        return folder;
    }
}

package dev.switchboard.settings;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds all files of the console. {@code SWITCHBOARD_HOME} names it. The default depends on the platform: {@code
 * $XDG_DATA_HOME/switchboard} or {@code ~/.local/share/switchboard} on Linux, Application Support on macOS, AppData on Windows.
 *
 * @param root the folder; it may not exist yet
 */
public record Home(Path root) {
    /** Returns the home folder of this process. */
    public static Home ofProcess() {
        return of(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    static Home of(Map<String, String> variables, String system, Path userHome) {
        @Nullable String named = variables.get("SWITCHBOARD_HOME");
        if (named != null && !named.isBlank()) {
            return new Home(Path.of(named).toAbsolutePath().normalize());
        }
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return new Home(userHome.resolve("Library/Application Support/Switchboard"));
        }
        if (os.contains("windows")) {
            @Nullable String local = variables.get("LOCALAPPDATA");
            return new Home((local == null ? userHome.resolve("AppData/Local") : Path.of(local)).resolve("Switchboard"));
        }
        @Nullable String data = variables.get("XDG_DATA_HOME");
        return new Home((data == null || data.isBlank() ? userHome.resolve(".local/share") : Path.of(data)).resolve("switchboard"));
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

    /** The folder for the data of the embedded engines. */
    public Path local() {
        return root.resolve("local");
    }

    /**
     * Creates a folder of this home if it does not exist.
     *
     * @return the folder
     * @throws OperationFailedException if it cannot be created
     */
    public Path ensure(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            Messages text = Messages.of(Home.class);
            throw new OperationFailedException(text.get("home.unwritable", folder), text.get("home.unwritable.remedy"), e);
        }
        return folder;
    }
}

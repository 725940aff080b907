package dev.switchboard.postgres.dump;

import dev.switchboard.postgres.dump.program.ClientPrograms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a backup of a database is written.
 *
 * @param programs the programs of PostgreSQL that write it; null if Switchboard writes it itself
 * @param unfit the versions of programs that were found and are too old for the server
 * @param serverVersion the version of the server, such as 18.6
 * @param serverMajor its major version, such as 18
 */
public record BackupMethod(@Nullable ClientPrograms programs, List<String> unfit, String serverVersion, int serverMajor) {
    public BackupMethod {
        unfit = List.copyOf(unfit);
    }

    /** Returns the extension of the file. */
    String extension() {
        return programs == null ? DatabaseBackups.OWN_EXTENSION : DatabaseBackups.ARCHIVE_EXTENSION;
    }
}

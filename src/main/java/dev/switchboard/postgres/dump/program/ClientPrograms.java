package dev.switchboard.postgres.dump.program;

import java.nio.file.Path;

/**
 * The programs pg_dump, pg_restore and psql of one installation.
 *
 * @param folder the folder that contains them
 * @param suffix what the file names end in: {@code .exe} on Windows, otherwise empty
 * @param major the major version, such as 18
 * @param version the version as pg_dump prints it, such as 18.6
 */
public record ClientPrograms(Path folder, String suffix, int major, String version) {
    /** The first version whose scripts set a parameter that older servers do not know. */
    private static final int TRANSACTION_TIMEOUT = 17;

    /** Returns the path of pg_dump. */
    public Path pgDump() {
        return folder.resolve("pg_dump" + suffix);
    }

    /** Returns the path of pg_restore. */
    public Path pgRestore() {
        return folder.resolve("pg_restore" + suffix);
    }

    /** Returns the path of psql. */
    public Path psql() {
        return folder.resolve("psql" + suffix);
    }

    /** Returns whether a script of pg_restore sets {@code transaction_timeout}, which the server does not know. */
    public boolean setsUnknownTimeout(int serverMajor) {
        return serverMajor < TRANSACTION_TIMEOUT && major >= TRANSACTION_TIMEOUT;
    }
}

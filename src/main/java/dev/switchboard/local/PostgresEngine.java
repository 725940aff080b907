package dev.switchboard.local;

/**
 * A running local PostgreSQL.
 *
 * @param engine the name and version, such as “PostgreSQL 18.6”
 * @param host always the loopback address
 * @param port the port
 * @param user the superuser, which owns the objects that the console creates
 * @param password generated, stored in a file that only its owner can read
 * @param database the console's database; it does not exist before the setup creates it
 */
public record PostgresEngine(String engine, String host, int port, String user, String password, String database) {
    /** The connection URL without the password. */
    public String url() {
        return "postgresql://" + user + "@" + host + ":" + port + "/" + database;
    }

    /** Excludes the password, so that it is never logged. */
    @Override
    public String toString() {
        return engine + " at " + url();
    }
}

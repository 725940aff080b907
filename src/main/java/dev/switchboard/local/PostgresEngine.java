package dev.switchboard.local;

/**
 * A PostgreSQL that answers on this machine.
 *
 * @param engine which one, such as “PostgreSQL 18.6”
 * @param host always the loopback address
 * @param port where it listens
 * @param user the superuser, who owns what the console makes
 * @param password generated, kept in a file only the user may read
 * @param database the console's database; it exists only once the set-up has made it
 */
public record PostgresEngine(String engine, String host, int port, String user, String password, String database) {
    /** The address in libpq form, without the password. */
    public String url() {
        return "postgresql://" + user + "@" + host + ":" + port + "/" + database;
    }

    /** Everything but the password, which never reaches a log. */
    @Override
    public String toString() {
        return engine + " at " + url();
    }
}

package dev.switchboard.ui.database;

import dev.switchboard.postgres.connection.PostgresUrl;

/**
 * How another program connects; without a password.
 *
 * @param url the libpq URL
 * @param target host, port and database in one
 * @param role the role that logs in
 * @param database the database's name
 * @param psql the command that opens the same in psql
 */
record ConnectionDetails(String url, String target, String role, String database, String psql) {
    static ConnectionDetails of(PostgresUrl url) {
        String bare = url.withoutPassword();
        return new ConnectionDetails(bare, url.target(), url.user(), url.database(), "psql '" + bare + "'");
    }
}

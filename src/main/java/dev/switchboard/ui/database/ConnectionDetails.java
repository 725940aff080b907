package dev.switchboard.ui.database;

import dev.switchboard.postgres.connection.PostgresUrl;

/**
 * Connection details for other programs, without the password.
 *
 * @param url the libpq connection URL
 * @param target host, port, and database
 * @param role the login role
 * @param database the name of the database
 * @param psql the psql command for the same connection
 */
record ConnectionDetails(String url, String target, String role, String database, String psql) {
    static ConnectionDetails of(PostgresUrl url) {
        String bare = url.withoutPassword();
        return new ConnectionDetails(bare, url.target(), url.user(), url.database(), "psql '" + bare + "'");
    }
}

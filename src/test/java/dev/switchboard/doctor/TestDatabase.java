package dev.switchboard.doctor;

import dev.switchboard.local.PostgresEngine;
import dev.switchboard.testing.TestEngines;

/** A fresh database as a connection URL with its password. */
final class TestDatabase {
    private TestDatabase() {}

    static String url() {
        PostgresEngine engine = TestEngines.freshDatabase();
        return "postgresql://" + engine.user() + ":" + engine.password() + "@" + engine.host() + ":" + engine.port() + "/"
                + engine.database();
    }
}

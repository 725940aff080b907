package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.local.PostgresEngine;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** prd on the command line: it can be read, reports missing settings, and is only written to when it is unlocked. */
class LockedProductionTest {
    private TestTerminal terminal;

    @BeforeEach
    void open(@TempDir Path home) {
        terminal = new TestTerminal(home);
    }

    private CommandLineResult prd(String... words) {
        String[] all = new String[words.length + 6];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(
                new String[] {"--env", "prd", "--endpoint", TestEngines.dynamoDb().toString(), "--region", "eu-west-1"},
                0, all, words.length, 6);
        return terminal.run(all);
    }

    @Test
    void aCommandNeedsOnlyTheSettingsThatItUses() {
        prd("tables", "list").ok();

        assertThat(terminal.run("--env", "prd", "users", "list").failure(1)).contains("PROD_CONNECTION_URL");
        assertThat(terminal.run("--env", "prd", "users", "pool").failure(1)).contains("AWS_COGNITO_USER_POOL_ID");
        assertThat(terminal.run("--env", "prd", "tables", "list").failure(1)).contains("AWS_REGION");
        assertThat(terminal.run("--env", "prd", "local", "status").failure(1)).contains("dev");
    }

    @Test
    void lockedItRefusesEveryWrite() {
        terminal.variable("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString());
        terminal.run("tables", "create", "locked-table").ok();

        assertThat(prd("tables", "create", "another-table").failure(3)).contains("--unlock prd");
        assertThat(prd("tables", "drop", "locked-table", "--confirm", "locked-table").failure(3)).contains("--unlock prd");
        assertThat(prd("tables", "list", "--unlock", "production").failure(3)).contains("prd");
        assertThat(prd("journal", "undo", "20261125T070000.000000Z-00000000").failure(3)).contains("--unlock prd");

        assertThat(prd("tables", "drop", "locked-table", "--unlock", "prd").failure(3)).contains("--confirm locked-table");
        prd("tables", "drop", "locked-table", "--unlock", "prd", "--confirm", "locked-table").ok();
    }

    @Test
    void lockedItRefusesToWriteToPostgres() {
        PostgresEngine engine = TestEngines.freshDatabase();
        terminal.variable("PROD_CONNECTION_URL", "postgresql://" + engine.user() + ":" + engine.password() + "@" + engine.host() + ":"
                + engine.port() + "/" + engine.database());

        assertThat(terminal.run("--env", "prd", "db", "load-schema").failure(3)).contains("--unlock prd");
        assertThat(terminal.input("create table x (y int)").run("--env", "prd", "db", "run", "-").failure(3)).contains("--unlock prd");
        terminal.run("--env", "prd", "--unlock", "prd", "db", "load-schema").ok();
    }

    @Test
    void aScanSaysWhatItWillCostFirst() {
        terminal.variable("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString());
        terminal.run("tables", "create", "scanned-table").ok();

        CommandLineResult scan = prd("items", "scan", "scanned-table").ok();

        assertThat(scan.err().lines().findFirst()).get().asString().contains("RCU");
        terminal.run("tables", "drop", "scanned-table", "--confirm", "scanned-table", "--no-backup").ok();
    }
}

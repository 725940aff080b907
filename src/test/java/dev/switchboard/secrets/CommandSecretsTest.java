package dev.switchboard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.local.PostgresEngine;
import dev.switchboard.testing.SecretScanner;
import dev.switchboard.testing.TestEngines;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Greps everything that processes with known secrets leave behind and show, whether they succeed or fail, and finds none of them. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CommandSecretsTest {
    private static final String DATABASE = "dbSecret7f3a91";
    private static final String ODD = "odd:Sec/ret@2b?c6";
    private static final String WRONG = "wrongSecret55e1";

    @TempDir
    private Path folder;

    private final PostgresEngine postgres = TestEngines.freshDatabase();
    private final SecretScanner evidence = new SecretScanner();
    private WatchedCommand switchboard;

    @BeforeEach
    void makeRolesWithKnownPasswords() throws SQLException {
        switchboard = new WatchedCommand(folder, evidence);
        try (Connection connection = TestEngines.connect(postgres, postgres.database());
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + role() + " superuser login password '" + DATABASE + "'");
            statement.execute("create role odd_" + role() + " superuser login password '" + ODD + "'");
        }
    }

    private String role() {
        return "keeper_" + postgres.database();
    }

    private String url(String login) {
        return "postgresql://" + login + "@" + postgres.host() + ":" + postgres.port() + "/" + postgres.database();
    }

    private static Map<String, String> by(String url) {
        return Map.of("CONNECTION_URL", url);
    }

    private void search() throws Exception {
        evidence.addFiles(folder, folder.resolve(".pgpass"));
        assertThat(evidence.of("command line of")).contains("dev.switchboard.Switchboard");
        evidence.assertHoldsNone(DATABASE, ODD, WRONG, WatchedCommand.AWS_KEY, WatchedCommand.TOKEN);
    }

    @Test
    void noSecretOfACommandThatSucceedsIsWrittenShownOrHandedOn() throws Exception {
        Map<String, String> byUrl = by(url(role() + ":" + DATABASE));
        switchboard.run(0, byUrl, "db", "load-schema", "-v");
        switchboard.run(0, byUrl, "tables", "create", "secrets-table", "-v");
        switchboard.run(0, byUrl, "tables", "drop", "secrets-table", "--confirm", "secrets-table", "-v");
        switchboard.run(0, Map.of("CONNECTION_URL", url(role()), "PGPASSWORD", DATABASE), "users", "list", "-v");
        String encoded = URLEncoder.encode(ODD, StandardCharsets.UTF_8);
        switchboard.run(0, by(url("odd_" + role() + ":" + encoded)), "users", "list", "-v");
        switchboard.run(0, by(url("odd_" + role() + ":" + encoded.toLowerCase(java.util.Locale.ROOT).replace("sec", "Sec"))), "users",
                "list");

        search();
        assertThat(evidence.of("file home/journal")).contains(role(), "secrets-table");
        assertThat(evidence.of("file home/backups")).contains("secrets-table");
    }

    @Test
    void aPasswordFileIsUsedAndSaidToNobody() throws Exception {
        Path file = folder.resolve(".pgpass");
        Files.writeString(file, "*:*:*:" + role() + ":" + DATABASE + "\n*:*:*:odd_" + role() + ":" + WRONG + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        switchboard.run(0, by(url(role())), "db", "load-schema", "-v");
        switchboard.run(1, by(url("odd_" + role())), "users", "list", "-v");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        switchboard.run(1, by(url(role())), "users", "list", "-v");

        search();
        assertThat(evidence.of("file home/logs/")).as("the log is really written").contains(".pgpass is not used");
    }

    @Test
    void whatFailsKeepsTheSecretsToo() throws Exception {
        for (String password : List.of(WRONG, WRONG + "%zz", WRONG + "/x")) {
            switchboard.run(1, by(url(role() + ":" + password)), "users", "list", "-v");
        }
        // The connection URL, set where the address of a service belongs.
        for (String wrong : new String[] {url(role() + ":" + WRONG), url(role() + ":" + WRONG + " x"),
            "http://me:" + WRONG + "@127.0.0.1:9"}) {
            switchboard.run(1, Map.of("AWS_ENDPOINT_URL", wrong), "tables", "list", "-v");
        }
        search();
    }
}

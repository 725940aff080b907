package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.PointInTimeRecoveryDynamoDb;
import dev.switchboard.testing.TestAws;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code tables protect} and {@code tables recovery}, on and off, in dev and in prd. */
class TableSafetyCommandsTest {
    private final String table = TestAws.tableName("guarded");

    @AutoClose private final InterceptingProxy dynamoDb = PointInTimeRecoveryDynamoDb.open();

    private TestTerminal terminal;

    @BeforeEach
    void open(@TempDir Path home) {
        terminal = new TestTerminal(home).variable("AWS_ENDPOINT_URL", dynamoDb.uri().toString());
        terminal.run("tables", "create", table).ok();
    }

    private CommandLineResult prd(String... words) {
        Stream<String> where = Stream.of("--env", "prd", "--endpoint", dynamoDb.uri().toString(), "--region", "eu-west-1");
        return terminal.run(Stream.concat(Stream.of(words), where).toArray(String[]::new));
    }

    private boolean isOn(String fact) {
        JsonNode told = terminal.run("tables", "describe", table, "--json").ok().json();
        return told.get(fact).asBoolean();
    }

    @ParameterizedTest
    @CsvSource({"protect, deletionProtection, Deletion protection", "recovery, pointInTimeRecovery, Point-in-time recovery"})
    void inDevItIsSwitchedOnAndOffAndWhatHoldsNowIsTold(String command, String fact, String title) {
        assertThat(isOn(fact)).isFalse();

        assertThat(terminal.run("tables", command, table).ok().out()).contains(table).containsPattern(title + " +(yes|on)");
        assertThat(isOn(fact)).isTrue();
        assertThat(terminal.run("tables", command, table, "--json").ok().json().get(fact).asBoolean()).as("on again").isTrue();

        assertThat(terminal.run("tables", command, table, "--off").ok().out()).as("dev asks for no name")
                .containsPattern(title + " +(no|off)");
        assertThat(isOn(fact)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"protect, deletionProtection", "recovery, pointInTimeRecovery"})
    void inPrdOffWantsTheTablesNameAndOnDoesNot(String command, String fact) {
        assertThat(prd("tables", command, table).failure(3)).as("locked").contains("--unlock prd");
        assertThat(prd("tables", command, table, "--off", "--confirm", table).failure(3)).as("locked").contains("--unlock prd");
        assertThat(isOn(fact)).isFalse();

        prd("tables", command, table, "--unlock", "prd").ok();
        assertThat(isOn(fact)).isTrue();

        assertThat(prd("tables", command, table, "--off", "--unlock", "prd").failure(3)).contains("--confirm " + table);
        assertThat(prd("tables", command, table, "--off", "--unlock", "prd", "--confirm", "another").failure(3)).contains("another",
                "--confirm " + table);
        assertThat(isOn(fact)).as("after the wrong name").isTrue();

        prd("tables", command, table, "--off", "--unlock", "prd", "--confirm", table).ok();
        assertThat(isOn(fact)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"protect, deletionProtection", "recovery, pointInTimeRecovery"})
    void onATerminalInPrdTheNameIsAskedFor(String command, String fact) {
        prd("tables", command, table, "--unlock", "prd").ok();

        terminal.answering("another");
        assertThat(prd("tables", command, table, "--off", "--unlock", "prd").failure(3)).contains(table);
        assertThat(isOn(fact)).isTrue();

        terminal.answering(table);
        prd("tables", command, table, "--off", "--unlock", "prd").ok();
        assertThat(isOn(fact)).isFalse();
    }

    @Test
    void aProtectedTableIsNotDroppedUntilTheProtectionIsLifted() {
        terminal.run("tables", "protect", table).ok();
        assertThat(terminal.run("tables", "drop", table, "--confirm", table).failure(1)).contains("Deletion protection is on");
        terminal.run("tables", "protect", table, "--off").ok();
        terminal.run("tables", "drop", table, "--confirm", table, "--no-backup").ok();
        assertThat(terminal.run("tables", "protect", table).failure(1)).contains(table);
        assertThat(terminal.run("tables", "recovery", table).failure(1)).contains(table);
    }
}

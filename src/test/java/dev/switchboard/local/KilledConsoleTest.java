package dev.switchboard.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.testing.TestEngines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KilledConsoleTest {
    private LocalHome home;

    @BeforeEach
    void makeHome() throws Exception {
        home = new LocalHome();
    }

    @AfterEach
    void leaveHome() throws Exception {
        home.close();
    }

    static Stream<String> dynamoDbs() {
        return LocalEnginesFixture.titles().stream();
    }

    @ParameterizedTest
    @MethodSource("dynamoDbs")
    void noProcessIsLeftWhenTheConsoleIsKilled(String dynamoDb) throws Exception {
        Process console = home.console(dynamoDb);
        List<ProcessHandle> processes = home.processes();
        assertThat(processes).hasSizeGreaterThanOrEqualTo(3);
        console.destroyForcibly();
        LocalHome.end(processes);
        assertThat(home.processes()).isEmpty();
        assertThat(Files.list(home.folder().leases())).isEmpty();
        assertThat(Files.list(home.folder().run())).isEmpty();
    }

    @Test
    void noProcessIsLeftWhenTwoConsolesAreKilledAtOnce() throws Exception {
        Process one = home.console();
        Process two = home.console();
        List<ProcessHandle> processes = home.processes();
        one.destroyForcibly();
        two.destroyForcibly();
        LocalHome.end(processes);
        assertThat(home.processes()).isEmpty();
    }

    @Test
    void theOtherConsoleKeepsItsEnginesWhenOneIsKilled() throws Exception {
        try (LocalEngines engines = home.engines()) {
            Process console = home.console();
            DynamoDbEngine dynamoDb = engines.dynamoDb();
            PostgresEngine postgres = engines.postgres();
            List<ProcessHandle> guardian = guardians(console);
            assertThat(guardian).hasSize(1);
            console.destroyForcibly();
            LocalHome.end(guardian);
            assertThat(engines.status()).isEqualTo(new LocalStatus(dynamoDb, postgres, null));
            try (Connection connection = TestEngines.connect(postgres, "postgres")) {
                assertThat(connection.isValid(2)).isTrue();
            }
        }
        assertThat(home.processes()).isEmpty();
    }

    @Test
    void enginesWhoseGuardianWasKilledTooAreFoundAgain() throws Exception {
        Process console = home.console();
        List<ProcessHandle> guardians = guardians(console);
        assertThat(guardians).hasSize(1);
        guardians.getFirst().destroyForcibly();
        console.destroyForcibly().waitFor();
        long before = EngineProcess.read(home.folder().runFile(Engine.POSTGRES)).orElseThrow().pid();
        Files.delete(home.folder().runFile(Engine.POSTGRES));
        try (LocalEngines engines = home.engines()) {
            engines.dynamoDb();
            PostgresEngine postgres = engines.postgres();
            assertThat(EngineProcess.read(home.folder().runFile(Engine.POSTGRES)).orElseThrow().pid()).isEqualTo(before);
            try (Connection connection = TestEngines.connect(postgres, "postgres")) {
                assertThat(connection.isValid(2)).isTrue();
            }
        }
        assertThat(home.processes()).isEmpty();
    }

    @Test
    void aKilledPostgresStartsAgainAtOnceWithWhatWasCommitted() throws Exception {
        try (LocalEngines engines = home.engines()) {
            PostgresEngine postgres = engines.postgres();
            try (Connection connection = TestEngines.connect(postgres, "postgres")) {
                connection.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
            }
            kill(EngineProcess.read(home.folder().runFile(Engine.POSTGRES)).orElseThrow().pid());
            PostgresEngine again = engines.postgres();
            try (Connection connection = TestEngines.connect(again, "postgres");
                    ResultSet rows = connection.createStatement().executeQuery("SELECT answer FROM kept")) {
                assertThat(rows.next()).isTrue();
            }
        }
    }

    @Test
    void aStalePidFileWhoseNumberIsAnotherProcesssByNowIsNoObstacle() throws Exception {
        try (LocalEngines engines = home.engines()) {
            engines.postgres();
        }
        Path pidFile = home.folder().postgres().resolve("data/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n/elsewhere\n1\n5433\n\n127.0.0.1\n  1 1\nready   \n");
        new EngineProcess(ProcessHandle.current().pid(), "INT", 5433, "PostgreSQL 18", "127.0.0.1")
                .write(home.folder().runFile(Engine.POSTGRES));
        try (LocalEngines engines = home.engines();
                Connection connection = TestEngines.connect(engines.postgres(), "postgres")) {
            assertThat(connection.isValid(2)).isTrue();
        }
    }

    private static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static List<ProcessHandle> guardians(Process console) {
        return console.children()
                .filter(child -> child.info().commandLine().orElse("").contains("switchboard-guardian"))
                .toList();
    }
}

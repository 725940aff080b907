package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.local.PostgresEngine;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several of one command at one moment, on a home, a database and a table that do not exist yet: all end well, or are told in words. */
@Timeout(120)
class SimultaneousCommandsTest {
    private static final int AT_ONCE = 3;

    @TempDir
    private Path folder;

    private final PostgresEngine server = TestEngines.freshDatabase();
    private final String database = "race_" + UUID.randomUUID().toString().replace("-", "");
    private final String table = TestAws.tableName("race");

    private TestTerminal terminal() {
        String url = "postgresql://" + server.user() + ":" + server.password() + "@" + server.host() + ":" + server.port() + "/" + database;
        return new TestTerminal(folder).variable("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString())
                .variable("CONNECTION_URL", url).variable("DDB_MESSAGE_TABLE", table);
    }

    private List<CommandLineResult> atOnce(String... command) throws Exception {
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        List<Future<CommandLineResult>> runs = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < AT_ONCE; i++) {
                runs.add(threads.submit(() -> {
                    start.await();
                    return terminal().run(command);
                }));
            }
        }
        List<CommandLineResult> results = new ArrayList<>();
        for (Future<CommandLineResult> run : runs) {
            results.add(run.get());
        }
        return results;
    }

    @RepeatedTest(2)
    void theWholeSetUp() throws Exception {
        assertThat(atOnce("db", "setup")).allSatisfy(CommandLineResult::ok);
        CommandLineResult users = terminal().run("users", "list", "--json").ok();
        assertThat(users.json().path("users")).as("each user once").hasSize(6)
                .allSatisfy(user -> assertThat(user.path("cognitoUserId").asText()).isNotEqualTo("MOCK"));
        assertThat(terminal().run("db", "setup").ok().out()).contains("0 users", "already");

        List<CommandLineResult> created = atOnce("tables", "create");
        assertThat(created).filteredOn(run -> run.status() == 0).hasSize(1);
        assertThat(created).filteredOn(run -> run.status() != 0).allSatisfy(run -> assertThat(run.failure(1)).contains(table));

        List<CommandLineResult> seeded = atOnce("seed", "conversation", "--from", "@ada", "--to", "bruno", "--start", "2026-01-01");
        assertThat(seeded).anyMatch(run -> run.status() == 0).allSatisfy(run -> assertThat(run.err()).doesNotContain("internal error"));
        assertThat(seeded).filteredOn(run -> run.status() != 0)
                .allSatisfy(run -> assertThat(run.err()).contains("again"));
        terminal().run("seed", "conversation", "--from", "ada", "--to", "@bruno", "--start", "2026-01-01").ok();
        assertThat(Stream.of("ada", "@ada", "bruno", "@bruno"))
                .allSatisfy(user -> assertThat(terminal().run("conversations", "list", "--user", user, "--json").ok().json().path("groups"))
                        .as(user).hasSize(1));
        terminal().run("tables", "drop", table, "--confirm", table, "--no-backup").ok();
        terminal().run("db", "drop", "--confirm", database, "--no-backup").ok();
    }
}

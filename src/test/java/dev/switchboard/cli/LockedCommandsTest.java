package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.local.PostgresEngine;
import dev.switchboard.local.UserPoolEngine;
import dev.switchboard.local.userpool.PoolLogin;
import dev.switchboard.testing.Interposed;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every command, found by asking the command line itself so that a new one cannot be forgotten, against a locked prd of real engines
 * behind a server that keeps what arrives. It leaves the list of what was tried in {@code target/locked.txt}.
 */
class LockedCommandsTest {
    /** Only narrow what is read, exclude each other, or say where on this machine something is written. */
    private static final Set<String> READING_OPTIONS =
            Set.of("--year", "--since", "--until", "--limit", "--all", "--segments", "--rate", "--dry-run", "--output", "--pictures", "--start");

    /** Work on a home of their own, never on prd. */
    private static final Set<String> ELSEWHERE = Set.of("tour");

    private final Map<String, String> values = new HashMap<>();
    private TestTerminal terminal;
    private PostgresEngine postgres;
    private UserPoolEngine pool;
    private String table;

    @BeforeEach
    void fill(@TempDir Path home) throws IOException {
        table = TestAws.tableName("locked");
        postgres = TestEngines.freshDatabase();
        pool = TestEngines.pool(List.of(PoolLogin.of("11111111-1111-4111-8111-111111111111", "ada")));
        String url = "postgresql://" + postgres.user() + ":" + postgres.password() + "@" + postgres.host() + ":" + postgres.port() + "/"
                + postgres.database();
        terminal = new TestTerminal(home)
                .variable("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString())
                .variable("AWS_REGION", "eu-west-1")
                .variable("DDB_MESSAGE_TABLE", table)
                .variable("AWS_COGNITO_USER_POOL_ID", pool.poolId())
                .variable("CONNECTION_URL", url)
                .variable("PROD_CONNECTION_URL", url);
        terminal.run("db", "load-schema").ok();
        terminal.run("db", "seed").ok();
        terminal.run("tables", "create", table).ok();
        terminal.run("seed", "conversation", "--from", "ada", "--to", "bruno").ok();
        Path backup = home.resolve("backup.gz");
        terminal.run("tables", "backup", table, "--output", backup.toString()).ok();
        Path sql = Files.writeString(home.resolve("write.sql"), "update public.users set handle = 'changed'");
        Path script = Files.writeString(home.resolve("script.txt"), "Person 1: hello\nPerson 2: hello\n");
        String group = terminal.run("--json", "conversations", "list", "--user", "ada").json().at("/groups/0/uuid").asText();
        values.putAll(Map.of(
                "NAME", table, "db NAME", postgres.database(), "TABLE", table, "FILE", backup.toString(), "db FILE", sql.toString(),
                "seed FILE", script.toString(), "HANDLE", "ada", "GROUP", group, "TEXT", "a message"));
        values.putAll(Map.of("seed --to", "chidi", "conversations --to", "chidi", "PID", "1", "CHECK", "cognito-ids", "tables --as", table + "-2"));
    }

    @Test
    void noWriteOfAnyCommandArrives() throws Exception {
        List<String> said = new ArrayList<>();
        List<String> writes = new ArrayList<>();
        try (Interposed dynamoDb = new Interposed(TestEngines.dynamoDb()); Interposed cognito = new Interposed(pool.endpoint())) {
            List<String> before = state();
            long refused = 0;
            for (List<String> command : commands()) {
                int arrivedBefore = dynamoDb.arrived().size() + cognito.arrived().size();
                List<String> words = new ArrayList<>(List.of(
                        "--env", "prd", "--endpoint", dynamoDb.uri().toString(), "--cognito-endpoint", cognito.uri().toString()));
                words.addAll(command);
                CommandLineRun run = terminal.run(words.toArray(String[]::new));
                assertThat(run.status()).as("%s is a command line that is wrong: %s", command, run.err()).isNotEqualTo(2);
                refused += run.status() == ExitStatus.REFUSED ? 1 : 0;
                writes.clear();
                Stream.concat(dynamoDb.arrived().stream(), cognito.arrived().stream())
                        .filter(operation -> !operation.matches("(Describe|List|Get|BatchGet|TransactGet|Query|Scan).*"))
                        .forEach(writes::add);
                int arrived = dynamoDb.arrived().size() + cognito.arrived().size() - arrivedBefore;
                said.add("%-60s exit status %d, %d reads arrived, %d writes".formatted(
                        String.join(" ", command).replace(table, "TABLE").replaceAll("\\S*/", ""), run.status(), arrived, writes.size()));
            }
            assertThat(state()).as("what stands in the engines").isEqualTo(before);
            assertThat(refused).isGreaterThanOrEqualTo(20);
        } finally {
            said.add(said.size() + " command lines tried against a locked prd; writes that arrived: " + writes.size());
            Files.write(Path.of(System.getProperty("switchboard.build"), "locked.txt"), said);
            said.forEach(System.out::println);
        }
        assertThat(writes).isEmpty();
    }

    /** Each command with what it cannot do without, and where it has more, once more with everything that is not only about reading. */
    private List<List<String>> commands() {
        List<List<String>> all = new ArrayList<>();
        collect(TestTerminal.commands(), List.of(), all);
        assertThat(all).hasSizeGreaterThan(30);
        return all;
    }

    private void collect(CommandLine command, List<String> path, List<List<String>> all) {
        for (Map.Entry<String, CommandLine> sub : command.getSubcommands().entrySet()) {
            List<String> longer = Stream.concat(path.stream(), Stream.of(sub.getKey())).toList();
            if (ELSEWHERE.contains(longer.getFirst())) {
                continue;
            }
            collect(sub.getValue(), longer, all);
            if (sub.getValue().getSubcommands().isEmpty()) {
                List<String> least = words(sub.getValue(), longer, true);
                List<String> most = words(sub.getValue(), longer, false);
                all.add(least);
                if (!most.equals(least)) {
                    all.add(most);
                }
            }
        }
    }

    private List<String> words(CommandLine command, List<String> path, boolean least) {
        List<String> words = new ArrayList<>(path);
        for (OptionSpec option : command.getCommandSpec().options()) {
            boolean wanted = option.required() || (!least && !option.inherited() && !READING_OPTIONS.contains(option.longestName()));
            if (wanted) {
                words.add(option.longestName());
                if (option.arity().max() > 0) {
                    words.add(value(path, option.longestName(), option));
                }
            }
        }
        command.getCommandSpec().positionalParameters().forEach(parameter -> words.add(value(path, "", parameter)));
        return words;
    }

    private String value(List<String> path, String name, ArgSpec argument) {
        for (String key : List.of(path.getFirst() + " " + name, path.getFirst() + " " + argument.paramLabel(), argument.paramLabel())) {
            if (values.containsKey(key)) {
                return values.get(key);
            }
        }
        throw new AssertionError("Give this test a value for " + argument.paramLabel() + " of " + path);
    }

    /** Everything that a write could change. */
    private List<String> state() throws SQLException {
        List<String> state = new ArrayList<>();
        state.add(String.valueOf(TestEngines.dynamoDbClient().listTables().tableNames().stream().filter(n -> n.startsWith(table)).toList()));
        state.add(String.valueOf(TestEngines.dynamoDbClient().scan(request -> request.tableName(table)).items().stream()
                .map(TreeMap::new)
                .toList()));
        try (Connection connection = TestEngines.connect(postgres, postgres.database()); Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "select string_agg(u::text, ',' order by u.uuid) from public.users u",
                    "select string_agg(a::text, ',' order by a.uuid) from public.activities a",
                    "select string_agg(oid::text, ',' order by oid) from pg_class where relnamespace = 'public'::regnamespace")) {
                try (ResultSet rows = statement.executeQuery(sql)) {
                    rows.next();
                    state.add(rows.getString(1));
                }
            }
        }
        return state;
    }
}

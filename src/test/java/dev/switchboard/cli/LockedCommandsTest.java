package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.local.UserPoolEngine;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.StoreSnapshot;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.testing.TestPoolUsers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every command with each of its options, against a locked prd that contains data for each of them. */
@Timeout(120)
class LockedCommandsTest {
    @TempDir
    private Path folder;

    private final PostgresEngine postgres = TestEngines.freshDatabase();
    private final UserPoolEngine pool =
            TestEngines.pool(List.of(TestPoolUsers.of("sub-of-ada", "ada"), TestPoolUsers.of("sub-of-bruno", "bruno")));
    private final String table = TestAws.tableName("locked");
    private String change = "";
    private String key = "";
    private String statement = "";

    @Test
    void noWriteOfAnyCommandArrivesWhilePrdIsLocked() throws Exception {
        TestTerminal terminal = new TestTerminal(folder.resolve("home"));
        String url = postgres.url().replace("@", ":" + postgres.password() + "@");
        terminal.variable("CONNECTION_URL", url);
        String group = fill(terminal);
        // From here on they are prd's, which dev would not write to.
        terminal.variable("PROD_CONNECTION_URL", url);
        List<List<String>> lines = new CommandLineGenerator(words(group)).of(terminal.commands());
        assertThat(lines).extracting(line -> line.getFirst()).contains("tables", "items", "seed", "conversations", "users", "db", "doctor");

        List<String> report = new ArrayList<>();
        String before = StoreSnapshot.in(postgres, table);
        List<String> arrived;
        try (InterceptingProxy dynamoDb = new InterceptingProxy(TestEngines.dynamoDb());
                InterceptingProxy cognito = new InterceptingProxy(pool.endpoint())) {
            for (List<String> line : lines) {
                // The tour uses its own engines in a temporary home; TourTest runs it.
                if (!line.getFirst().equals("tour")) {
                    CommandLineResult run = terminal.input("update users set handle = 'x'").run(prd(line, dynamoDb, cognito));
                    assertThat(run.err()).as("%s", line).doesNotContain("\tat ", "Exception");
                    report.add("%3d  %s".formatted(run.status(), String.join(" ", line).replace(folder.toString(), "")));
                }
            }
            arrived = new ArrayList<>(dynamoDb.arrived());
            arrived.addAll(cognito.arrived());
        }

        List<String> writes = StoreSnapshot.writesAmong(arrived);
        String after = StoreSnapshot.in(postgres, table);
        boolean same = after.equals(before);
        report(report, arrived, writes, same);
        assertThat(report).as("refused because of the lock").filteredOn(line -> line.startsWith("  3")).hasSizeGreaterThan(15);
        assertThat(report).as("not understood").noneMatch(line -> line.startsWith("  2"));
        assertThat(arrived).contains("DescribeTable", "Query", "Scan", "ListUsers");
        assertThat(writes).as("writes that arrived").isEmpty();
        assertThat(after).as("the database and the table").isEqualTo(before);
    }

    private String fill(TestTerminal terminal) throws Exception {
        String endpoint = TestEngines.dynamoDb().toString();
        terminal.variable("AWS_ENDPOINT_URL", endpoint);
        terminal.run("db", "load-schema").ok();
        terminal.run("db", "seed").ok();
        terminal.run("tables", "create", table).ok();
        // Otherwise the reads of prd are held back for minutes.
        terminal.run("tables", "update", table, "--capacity", "1000,1000").ok();
        JsonNode seeded = terminal.run("seed", "conversation", "--from", "ada", "--to", "bruno", "--table", table, "--json").ok().json();
        String group = seeded.get("group").asText();
        change = seeded.get("change").asText();
        // Recorded as if it were made in prd, so that there is a change to undo.
        try (Stream<Path> journal = Files.list(folder.resolve("home/journal"))) {
            for (Path file : journal.filter(path -> path.getFileName().toString().startsWith("dev-")).toList()) {
                Files.copy(file, file.resolveSibling(file.getFileName().toString().replace("dev-", "prd-")));
            }
        }
        terminal.run("tables", "backup", table, "--output", folder.resolve("whole.switchboard").toString()).ok();
        terminal.run("db", "backup", "--output", folder.resolve("kept.sql.gz").toString()).ok();
        Files.writeString(
                folder.resolve("table.json"), terminal.run("tables", "describe", table, "--as", "cloudformation").ok().out());
        Files.writeString(folder.resolve("talk.txt"), "Person 1: one\nPerson 2: two\n");
        Files.writeString(folder.resolve("write.sql"), "delete from users;");
        JsonNode first = terminal.run("items", "scan", table, "--limit", "1", "--json").ok().json();
        key = "{\"pk\":" + first.get("pk") + ",\"sk\":" + first.get("sk") + "}";
        statement = "DELETE FROM \"%s\" WHERE pk='%s' AND sk='%s'".formatted(
                table, first.get("pk").get("S").asText(), first.get("sk").get("S").asText());
        Files.writeString(folder.resolve("model.json"),
                "{\"entities\":[{\"name\":\"Message\",\"keys\":{\"pk\":\"MSG#{group}\"},\"attributes\":[]}]}");
        Files.writeString(folder.resolve("item.json"), "{\"pk\":{\"S\":\"MSG#1\"},\"sk\":{\"S\":\"1\"}}");
        return group;
    }

    private Map<String, List<String>> words(String group) {
        Map<String, List<String>> words = new HashMap<>(Map.of(
                "NAME", List.of(table),
                "TABLE", List.of(table),
                "HANDLE", List.of("ada"),
                "GROUP", List.of(group),
                "TEXT", List.of("hello"),
                "N", List.of("3"),
                "RCU", List.of("1000"),
                "PID", List.of("1"),
                "DIR", List.of(folder.resolve("pictures").toString()),
                "CHECK",
                List.of("create-table", "db-setup", "db-seed", "users-sync", "seed-conversation", "item-unknown", "cognito-id-missing")));
        words.put("doctor --check", List.of("group-row-stale"));
        words.put("older|newer", List.of("newer"));
        words.put("WCU", List.of("1000"));
        words.put("S", List.of("2"));
        words.put("KEY-JSON", List.of(key));
        words.put("STATEMENT", List.of(statement));
        words.put("items partiql --parameters", List.of("[]"));
        words.put("items scan --model", List.of(folder.resolve("model.json").toString()));
        words.put("items query --model", List.of(folder.resolve("model.json").toString()));
        words.put("items scan --entity", List.of("Message"));
        words.put("items query --entity", List.of("Message"));
        words.put("items put FILE", List.of(folder.resolve("item.json").toString()));
        words.put("dynamodb-json|json|csv", List.of("dynamodb-json"));
        words.put("replace|skip|fail", List.of("replace", "skip", "fail"));
        words.put("texts|people|all", List.of("all"));
        words.put("items copy --to-env", List.of("prd"));
        words.put("conversations copy --to-env", List.of("prd"));
        words.put("items copy --to-endpoint", List.of(TestEngines.dynamoDb().toString()));
        words.put("conversations copy --to-endpoint", List.of(TestEngines.dynamoDb().toString()));
        words.put("I", List.of("message-group-sk-index"));
        words.put("V", List.of("MSG#1"));
        words.put("A B", List.of("a"));
        words.put("A,B…", List.of("pk,sk"));
        words.put("EXPR", List.of("attribute_exists(pk)"));
        words.put("JSON", List.of("{}"));
        words.put("items import --rejects", List.of(folder.resolve("rejects.json").toString()));
        words.put("items import FILE", List.of(folder.resolve("item.json").toString()));
        words.put("items export FILE", List.of(folder.resolve("exported.json").toString(), folder.resolve("exported.csv").toString()));
        words.put("items copy --to", List.of(table + "-other"));
        words.put("ID", List.of(change));
        words.put("INSTANT", List.of("2026-01-05T08:00:00Z"));
        words.put("Y", List.of("2026"));
        words.put("cli|java|boto3|javascript|partiql", List.of("cli"));
        words.put("cli|cloudformation|terraform|workbench", List.of("cloudformation"));
        words.put("tables compare --with-env", List.of("prd"));
        words.put("tables compare --with-endpoint", List.of(TestEngines.dynamoDb().toString()));
        words.put("tables create FILE", List.of(folder.resolve("table.json").toString()));
        words.put("latest|oldest", List.of("oldest"));
        words.put("RCU,WCU", List.of("7,7"));
        words.put("ATTRIBUTE|off", List.of("expires"));
        words.put("VIEW|off", List.of("NEW_IMAGE"));
        words.put("CLASS", List.of("STANDARD_INFREQUENT_ACCESS"));
        words.put("NAME:PK[:SK]", List.of("by-text:message"));
        words.put("INDEX", List.of("message-group-sk-index"));
        words.put("PROJECTION", List.of("ALL"));
        words.put("seed conversation --to", List.of("bruno"));
        words.put("conversations start --to", List.of("chidi"));
        words.put("db setup NAME", List.of(postgres.database()));
        words.put("db drop NAME", List.of(postgres.database()));
        words.put("tables create NAME", List.of(table + "-new"));
        words.put("tables restore NAME", List.of(table + "-restored"));
        words.put("tables restore FILE", List.of(folder.resolve("whole.switchboard").toString()));
        words.put("tables backup FILE", List.of(folder.resolve("new.switchboard").toString()));
        words.put("seed conversation FILE", List.of(folder.resolve("talk.txt").toString()));
        words.put("db backup FILE", List.of(folder.resolve("database.sql.gz").toString()));
        words.put("db restore FILE", List.of(folder.resolve("kept.sql.gz").toString()));
        words.put("TOPIC", List.of("tables"));
        words.put("bash|zsh|fish", List.of("bash"));
        words.put("db run FILE", List.of(folder.resolve("write.sql").toString()));
        return words;
    }

    private String[] prd(List<String> line, InterceptingProxy dynamoDb, InterceptingProxy cognito) {
        List<String> all = new ArrayList<>(line);
        all.addAll(List.of("--env", "prd", "--region", "eu-west-1", "--endpoint", dynamoDb.uri().toString(), "--table", table));
        all.addAll(List.of("--cognito-endpoint", cognito.uri().toString(), "--pool-id", pool.poolId()));
        return all.toArray(String[]::new);
    }

    private static void report(List<String> report, List<String> arrived, List<String> writes, boolean same) throws Exception {
        String text = "Command lines tried against a locked prd, each with its exit status (3 is refused)\n" + String.join("\n", report)
                + "\n%d tried. Operations that arrived: %d of the kinds %s\nWrites that arrived: %s; PostgreSQL is %s\n".formatted(
                        report.size(), arrived.size(), new TreeSet<>(arrived), writes.isEmpty() ? "none" : writes,
                        same ? "as it was" : "CHANGED");
        System.out.println(text);
        Files.writeString(Path.of(System.getProperty("switchboard.build"), "locked.txt"), text);
    }
}

package dev.switchboard.bench.reliability;

import dev.switchboard.testing.TestEngines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Two programs, or the program and the application, at the same work at one moment. */
final class RaceScenarios {
    private static final int ITEMS = 3_000;

    private RaceScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("race: two starts of one conversation", RaceScenarios::start),
                new Scenario("race: two backups into one file", RaceScenarios::backup),
                new Scenario("race: two restores of one database", RaceScenarios::restoreDatabase),
                new Scenario("race: puts while the table is dropped", RaceScenarios::putWhileDropped),
                new Scenario("race: inserts while the database is dropped", RaceScenarios::insertWhileDropped));
    }

    private static List<CommandResult> both(ReliabilityWorld world, String... arguments) throws Exception {
        Process first = world.start(List.of(), arguments);
        Process second = world.start(List.of(), arguments);
        return List.of(world.result(first), world.result(second));
    }

    private static String start(Random random) throws Exception {
        ReliabilityWorld world = new ReliabilityWorld(1);
        world.run("tables", "create", world.table).orThrow();
        world.setUpDatabase();
        List<CommandResult> results = both(world, "conversations", "start", "--as", "ada", "--to", "bruno", "hello");
        long groups = TestEngines.dynamoDbClient().scan(b -> b.tableName(world.table)).items().stream()
                .filter(item -> item.get("pk").s().startsWith("GRP#"))
                .filter(item -> item.toString().contains("hello"))
                .count();
        Scenario.check(groups == 2, groups + " group rows instead of 2: " + results);
        return "one conversation";
    }

    private static String backup(Random random) throws Exception {
        ReliabilityWorld world = new ReliabilityWorld(1);
        world.run("tables", "create", world.table).orThrow();
        world.fill(ITEMS);
        Path target = Files.createDirectory(world.folder.resolve("out"));
        String file = target.resolve("table.switchboard").toString();
        List<CommandResult> results = both(world, "tables", "backup", world.table, "--output", file);
        Scenario.check(results.stream().anyMatch(result -> result.status() == 0), "neither succeeded: " + results);
        try (Stream<Path> files = Files.list(target)) {
            Scenario.check(files.count() == 1, "other files are left");
        }
        world.run("tables", "restore", file, "--as", world.table + "-copy").orThrow();
        Scenario.same("items", world.tableDigest(world.table), world.tableDigest(world.table + "-copy"));
        return results.stream().filter(result -> result.status() == 0).count() + " succeeded";
    }

    private static String restoreDatabase(Random random) throws Exception {
        ReliabilityWorld world = new ReliabilityWorld(1);
        world.run("db", "load-schema").orThrow();
        world.insertUsers(5_000);
        String before = world.databaseDigest();
        world.run("db", "drop", "--confirm", world.database()).orThrow();
        world.run("db", "create").orThrow();
        List<CommandResult> results = both(world, "db", "restore", world.newestBackup().toString());
        Scenario.check(results.stream().filter(result -> result.status() == 0).count() == 1, "not one succeeded: " + results);
        Scenario.check(results.stream().noneMatch(result -> result.output().contains("unique constraint")), "raw error: " + results);
        Scenario.same("rows", before, world.databaseDigest());
        return "one restored, one refused";
    }

    private static String putWhileDropped(Random random) throws Exception {
        ReliabilityWorld world = new ReliabilityWorld(1);
        world.run("tables", "create", world.table).orThrow();
        world.fill(ITEMS);
        Process drop = world.start(List.of(), "tables", "drop", world.table, "--confirm", world.table);
        List<String> acknowledged = new ArrayList<>();
        while (drop.isAlive()) {
            String key = "%08d".formatted(acknowledged.size());
            try {
                TestEngines.dynamoDbClient().putItem(b -> b.tableName(world.table)
                        .item(Map.of("pk", AttributeValue.fromS("LATE"), "sk", AttributeValue.fromS(key))));
                acknowledged.add(key);
            } catch (DynamoDbException e) {
                break;
            }
        }
        CommandResult dropped = world.result(drop);
        if (!world.tableDigest(world.table).isEmpty()) {
            Scenario.check(world.items(world.table) == ITEMS + acknowledged.size(), "a put is missing: " + dropped);
            return "refused, nothing lost";
        }
        world.run("tables", "restore", world.newestBackup().toString()).orThrow();
        long lost = ITEMS + acknowledged.size() - world.items(world.table);
        Scenario.check(lost <= 20 && dropped.status() == 0, lost + " of " + acknowledged.size() + " puts lost: " + dropped);
        return "dropped, " + (lost == 0 ? "no put lost" : lost <= 2 ? "1 or 2 puts lost" : "3 to 20 puts lost");
    }

    private static String insertWhileDropped(Random random) throws Exception {
        ReliabilityWorld world = new ReliabilityWorld(1);
        world.run("db", "load-schema").orThrow();
        world.insertUsers(5_000);
        Process drop = world.start(List.of(), "db", "drop", "--confirm", world.database());
        int acknowledged = 0;
        while (drop.isAlive()) {
            try {
                world.sql(world.database(),
                        "INSERT INTO users (display_name, handle, email) VALUES ('Late', 'late" + acknowledged + "', '')");
                acknowledged++;
            } catch (SQLException e) {
                break;
            }
        }
        CommandResult dropped = world.result(drop);
        if (world.databaseExists()) {
            return "refused: " + dropped.output().lines().findFirst().orElse("");
        }
        world.run("db", "create").orThrow();
        world.run("db", "restore", world.newestBackup().toString()).orThrow();
        String there = world.sql(world.database(), "SELECT count(*) FROM users").getFirst();
        Scenario.same("users", Integer.toString(5_000 + acknowledged), there);
        return "dropped, no insert lost";
    }
}

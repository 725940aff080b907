package dev.switchboard.bench.reliability;

import java.util.List;
import java.util.Random;

/** A disk that takes no more, as the bound of a process on the size of its files makes one. */
final class FullDiskScenarios {
    private FullDiskScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("full disk: tables drop", FullDiskScenarios::dropTable),
                new Scenario("full disk: db drop", FullDiskScenarios::dropDatabase),
                new Scenario("full disk: seed conversation, then journal undo", FullDiskScenarios::seed));
    }

    private static List<String> bound(int blocks) {
        return List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh");
    }

    private static String dropTable(Random random) throws Exception {
        ReliabilityWorld world = new ReliabilityWorld(1);
        world.run("tables", "create", world.table).orThrow();
        world.fill(4_000);
        String before = world.tableDigest(world.table);
        CommandResult result = world.result(
                world.start(bound(random.nextInt(8, 120)), "tables", "drop", world.table, "--confirm", world.table));
        String left = world.tableDigest(world.table);
        if (left.isEmpty()) {
            world.run("tables", "restore", world.newestBackup().toString()).orThrow();
            Scenario.same("items", before, world.tableDigest(world.table));
            return "had room, dropped, restored";
        }
        Scenario.same("items", before, left);
        Scenario.check(result.status() != 0, "said done: " + result);
        return "refused, table untouched";
    }

    private static String dropDatabase(Random random) throws Exception {
        ReliabilityWorld world = new ReliabilityWorld(1);
        world.run("db", "load-schema").orThrow();
        world.insertUsers(5_000);
        String before = world.databaseDigest();
        CommandResult result = world.result(
                world.start(bound(random.nextInt(8, 400)), "db", "drop", "--confirm", world.database()));
        if (!world.databaseExists()) {
            world.run("db", "create").orThrow();
            world.run("db", "restore", world.newestBackup().toString()).orThrow();
            Scenario.same("rows", before, world.databaseDigest());
            return "had room, dropped, restored";
        }
        Scenario.same("rows", before, world.databaseDigest());
        Scenario.check(result.status() != 0, "said done: " + result);
        world.run("users", "list").orThrow();
        return "refused, database untouched";
    }

    private static String seed(Random random) throws Exception {
        ReliabilityWorld world = new ReliabilityWorld(1);
        world.run("tables", "create", world.table).orThrow();
        world.setUpDatabase();
        world.fill(50);
        String before = world.tableDigest(world.table);
        CommandResult result = world.result(world.start(bound(random.nextInt(20, 1_200)), world.seedCommand(2_000)));
        if (world.tableDigest(world.table).equals(before)) {
            Scenario.check(result.status() != 0, "said done: " + result);
            return "refused, nothing written";
        }
        world.undoLast();
        Scenario.same("items after undo", before, world.tableDigest(world.table));
        return result.status() == 0 ? "had room, undone" : "stopped on the way, undone";
    }
}

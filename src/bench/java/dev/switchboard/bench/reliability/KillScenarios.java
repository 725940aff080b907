package dev.switchboard.bench.reliability;

import java.io.IOException;
import java.util.List;
import java.util.Random;

/** The program killed (SIGKILL) at a random moment of an operation. */
final class KillScenarios {
    private static final int ITEMS = 6_000;
    private static final int USERS = 20_000;

    private KillScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("kill: seed conversation, then journal undo", KillScenarios::seed),
                new Scenario("kill: tables drop, then tables restore", KillScenarios::dropTable),
                new Scenario("kill: tables restore, then once more", KillScenarios::restoreTable),
                new Scenario("kill: users sync, then once more", KillScenarios::sync),
                new Scenario("kill: db drop, then db restore", KillScenarios::dropDatabase),
                new Scenario("kill: conversations send", KillScenarios::send));
    }

    /** Kills the process after a time in which it has started to work, but may not have ended. */
    private static boolean kill(Process process, Random random, int fromMillis, int toMillis) throws InterruptedException {
        Thread.sleep(random.nextInt(fromMillis, toMillis));
        boolean killed = process.isAlive();
        process.destroyForcibly().waitFor();
        return killed;
    }

    private static ReliabilityWorld world(int poolUsers) throws IOException, InterruptedException {
        ReliabilityWorld world = new ReliabilityWorld(poolUsers);
        world.run("tables", "create", world.table).orThrow();
        return world;
    }

    private static String seed(Random random) throws Exception {
        ReliabilityWorld world = world(1);
        world.setUpDatabase();
        world.fill(100);
        String before = world.tableDigest(world.table);
        boolean killed = kill(world.start(List.of(), world.seedCommand(5_000)), random, 700, 3_000);
        if (world.tableDigest(world.table).equals(before)) {
            return "nothing written";
        }
        world.undoLast();
        Scenario.same("items after undo", before, world.tableDigest(world.table));
        return killed ? "partly written, undone" : "ended before, undone";
    }

    private static String dropTable(Random random) throws Exception {
        ReliabilityWorld world = world(1);
        world.fill(ITEMS);
        String before = world.tableDigest(world.table);
        kill(world.start(List.of(), "tables", "drop", world.table, "--confirm", world.table), random, 600, 2_600);
        String left = world.tableDigest(world.table);
        if (!left.isEmpty()) {
            Scenario.same("items of the table", before, left);
            return "table untouched";
        }
        world.run("tables", "restore", world.newestBackup().toString()).orThrow();
        Scenario.same("items of the restored table", before, world.tableDigest(world.table));
        return "dropped, restored";
    }

    private static String restoreTable(Random random) throws Exception {
        ReliabilityWorld world = world(1);
        world.fill(ITEMS);
        String before = world.tableDigest(world.table);
        String file = world.folder.resolve("table.switchboard").toString();
        world.run("tables", "backup", world.table, "--output", file).orThrow();
        String copy = world.table + "-copy";
        boolean killed = kill(world.start(List.of(), "tables", "restore", file, "--as", copy), random, 700, 4_000);
        String left = world.tableDigest(copy);
        if (!left.equals(before)) {
            world.run("tables", "restore", file, "--as", copy).orThrow();
        }
        Scenario.same("items of the restored table", before, world.tableDigest(copy));
        return left.equals(before) ? "all written" : killed && !left.isEmpty() ? "partly written, completed" : "nothing written, restored";
    }

    private static String sync(Random random) throws Exception {
        ReliabilityWorld world = new ReliabilityWorld(2_000);
        world.run("db", "load-schema").orThrow();
        world.insertUsers(USERS);
        String before = world.databaseDigest();
        kill(world.start(List.of(), world.withPool("users", "sync", "--apply")), random, 700, 2_500);
        boolean untouched = world.databaseDigest().equals(before);
        List<String> half = world.sql(world.database(), "SELECT count(*) FROM users WHERE cognito_user_id <> 'MOCK'");
        Scenario.check(untouched || half.equals(List.of("2000")), "synced " + half + " of 2000");
        world.run(world.withPool("users", "sync", "--apply")).orThrow();
        List<String> right = world.sql(
                world.database(), "SELECT count(*) FROM users WHERE cognito_user_id = 'sub-' || substr(handle, 5)");
        Scenario.check(right.equals(List.of("2000")), "rightly synced " + right);
        return untouched ? "nothing written" : "all written";
    }

    private static String dropDatabase(Random random) throws Exception {
        ReliabilityWorld world = new ReliabilityWorld(1);
        world.run("db", "load-schema").orThrow();
        world.insertUsers(USERS);
        String before = world.databaseDigest();
        kill(world.start(List.of(), "db", "drop", "--confirm", world.database()), random, 700, 2_500);
        if (world.databaseExists()) {
            boolean open = world.run("users", "list").status() == 0;
            // What the message of the failed command advises.
            world.run("db", "create").orThrow();
            world.run("users", "list").orThrow();
            Scenario.same("rows of the database", before, world.databaseDigest());
            return open ? "database untouched" : "left without connections, opened by db create";
        }
        world.run("db", "create").orThrow();
        world.run("db", "restore", world.newestBackup().toString()).orThrow();
        Scenario.same("rows of the restored database", before, world.databaseDigest());
        return "dropped, restored";
    }

    private static String send(Random random) throws Exception {
        ReliabilityWorld world = world(1);
        world.setUpDatabase();
        world.run("conversations", "start", "--as", "ada", "--to", "bruno", "hello").orThrow();
        String group = world.run("--json", "conversations", "list", "--user", "ada").orThrow().output()
                .replaceFirst("(?s).*?\"uuid\"\\s*:\\s*\"[^\"]+\".*?\"groups\"\\s*:\\s*\\[\\s*\\{\\s*\"uuid\"\\s*:\\s*\"([^\"]+)\".*",
                        "$1");
        long items = world.items(world.table);
        kill(world.start(List.of(), "conversations", "send", group, "--as", "ada", "the last words"), random, 600, 1_600);
        long now = world.items(world.table);
        Scenario.check(now == items || now == items + 1, "items: " + items + " before, " + now + " after");
        String shown = world.run("conversations", "list", "--user", "bruno").orThrow().output();
        Scenario.check(shown.contains("the last words") == (now > items), "the group row and the message differ");
        return now > items ? "all written" : "nothing written";
    }
}

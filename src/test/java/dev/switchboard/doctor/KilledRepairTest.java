package dev.switchboard.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.Switchboard;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.repair.RepairChoice;
import dev.switchboard.doctor.repair.RepairReport;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Progress;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.local.LocalOptions;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.JavaProcess;
import dev.switchboard.testing.RecordedProgress;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What a repair has written when its process is killed or stopped is in the journal, and can be undone. */
class KilledRepairTest {
    private static final int STRAYS = 300;

    @TempDir
    private Path folder;

    @AutoClose private final InterceptingProxy between = new InterceptingProxy(TestEngines.dynamoDb());
    private final AtomicReference<Process> process = new AtomicReference<>();
    private final String table = TestAws.tableName("killed-repair");

    private JsonNode run(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.addAll(List.of("--endpoint", between.uri().toString(), "--region", "us-east-1", "--table", table, "--json"));
        ProcessBuilder builder = new ProcessBuilder(JavaProcess.java(List.of(), Switchboard.class.getName(), line.toArray(String[]::new)));
        builder.environment().put("SWITCHBOARD_HOME", folder.resolve("home").toString());
        Path out = folder.resolve("out.txt");
        builder.redirectError(folder.resolve("err.txt").toFile()).redirectOutput(out.toFile());
        process.set(builder.start());
        process.get().waitFor();
        between.awaitIdle();
        return new ObjectMapper().readTree(Files.readString(out));
    }

    private void plant() {
        new Tables(TestAws.clients(TestEngines.dynamoDb())).create(MessagesTablePreset.of(table, false, false, true), Progress.NONE);
        for (int i = 0; i < STRAYS; i++) {
            Item item = Item.builder().string("pk", "STRAY#" + i).string("sk", "1").string("note", "number " + i).build();
            TestEngines.dynamoDbClient().putItem(put -> put.tableName(table).item(item.attributes()));
        }
    }

    private List<String> items() {
        return TestEngines.dynamoDbClient().scanPaginator(scan -> scan.tableName(table)).items().stream()
                .map(item -> Item.of(item).toPrettyJson())
                .sorted()
                .toList();
    }

    private void changeIfPresent(Item item) {
        try {
            TestEngines.dynamoDbClient().putItem(
                    put -> put.tableName(table).item(item.attributes()).conditionExpression("attribute_exists(pk)"));
        } catch (ConditionalCheckFailedException e) {
            assertThat(e).as("the repair deleted it before").isNotNull();
        }
    }

    private void killAtDelete(int count) {
        AtomicInteger sent = new AtomicInteger();
        between.watch((what, body) -> {
            if (what.equals("DeleteItem") && sent.incrementAndGet() == count) {
                Process victim = process.get();
                victim.destroyForcibly();
                victim.onExit().join();
            }
        });
    }

    @Test
    void whatAKilledRepairWroteIsUndoneFromTheJournal() throws Exception {
        plant();
        List<String> before = items();
        killAtDelete(150);
        run("doctor", "--repair", "item-unknown");
        assertThat(items().size()).as("killed in the middle").isBetween(100, 250);

        JsonNode entry = run("journal", "list").at("/changes/0");
        assertThat(entry.path("operation").asText()).isEqualTo("doctor repair");
        run("journal", "undo", entry.path("id").asText());
        assertThat(items()).isEqualTo(before);

        JsonNode repaired = run("doctor", "--repair", "item-unknown");
        assertThat(repaired.path("findings").asInt()).as("%s", repaired).isEqualTo(STRAYS);
        assertThat(items()).isEmpty();
        TestEngines.dynamoDbClient().deleteTable(delete -> delete.tableName(table));
    }

    @Test
    void aRepairThatIsStoppedSaysWhatItWroteAndCanBeUndone() {
        plant();
        List<String> before = items();
        Map<Setting, String> given = Map.of(
                Setting.DYNAMODB_ENDPOINT, TestEngines.dynamoDb().toString(), Setting.MESSAGES_TABLE, table);
        Home home = new Home(folder.resolve("home"));
        Settings settings = Settings.resolve(Environment.DEV, given, Map.of(), SettingsFile.read(home.settingsFile()));
        CheckScope scope = new CheckScope(true, Set.of("item-unknown"), 0);
        try (Session session = new Session(home, settings, InstantSource.system(), null, new LocalEngines(home, LocalOptions.apart()));
                DoctorReport report = session.doctor().check(scope, Progress.NONE, result -> {})) {
            RepairReport stopped = session.doctor().repair(
                    DataCheck.ITEM_UNKNOWN, report.results().getLast().findings(), RepairChoice.OLDER,
                    new RecordedProgress(done -> done >= 100));
            assertThat(stopped.failure()).isInstanceOf(OperationCancelledException.class);
            assertThat(stopped.repaired()).isBetween(100L, 200L).isEqualTo(STRAYS - items().size());
            assertThat(stopped.remainingCount()).isEqualTo(items().size());
            assertThat(stopped.changes()).hasSize(1);
            assertThat(session.changes().undo(stopped.changes().getFirst(), Progress.NONE).restored()).isEqualTo(stopped.repaired());
            assertThat(items()).isEqualTo(before);
        }
        TestEngines.dynamoDbClient().deleteTable(delete -> delete.tableName(table));
    }

    @Test
    void anItemThatHasChangedSinceTheRepairWasPlannedIsLeft() {
        plant();
        Map<Setting, String> given = Map.of(
                Setting.DYNAMODB_ENDPOINT, between.uri().toString(), Setting.MESSAGES_TABLE, table);
        Home home = new Home(folder.resolve("home"));
        Settings settings = Settings.resolve(Environment.DEV, given, Map.of(), SettingsFile.read(home.settingsFile()));
        CheckScope scope = new CheckScope(true, Set.of("item-unknown"), 0);
        AtomicInteger deletes = new AtomicInteger();
        between.watch((what, body) -> {
            if (what.equals("DeleteItem") && deletes.incrementAndGet() == 1) {
                for (int i = 0; i < STRAYS; i++) {
                    Item changed = Item.builder().string("pk", "STRAY#" + i).string("sk", "1").string("note", "changed").build();
                    changeIfPresent(changed);
                }
            }
        });
        try (Session session = new Session(home, settings, InstantSource.system(), null, new LocalEngines(home, LocalOptions.apart()));
                DoctorReport report = session.doctor().check(scope, Progress.NONE, result -> {})) {
            RepairReport done = session.doctor().repair(
                    DataCheck.ITEM_UNKNOWN, report.results().getLast().findings(), RepairChoice.OLDER, Progress.NONE);
            assertThat(done.remainingCount()).as("those that were being written").isPositive().isEqualTo(items().size());
            assertThat(done.remaining()).allSatisfy(left -> assertThat(left.reason()).contains("changed since"));
            assertThat(items()).allSatisfy(item -> assertThat(item).contains("changed"));
        }
        TestEngines.dynamoDbClient().deleteTable(delete -> delete.tableName(table));
    }
}

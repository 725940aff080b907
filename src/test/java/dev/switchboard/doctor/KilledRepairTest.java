package dev.switchboard.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.Switchboard;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.JavaProcess;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}

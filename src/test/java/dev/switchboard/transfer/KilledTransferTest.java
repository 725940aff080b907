package dev.switchboard.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Switchboard;
import dev.switchboard.dynamodb.edit.EditTable;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.settings.Home;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.JavaProcess;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that is killed in the middle of a transfer is resumed by the same command, and then nothing is missing and nothing is doubled. */
@Timeout(240)
class KilledTransferTest {
    private static final int ITEMS = 800;

    @TempDir
    private Path folder;

    @AutoClose private final InterceptingProxy between = new InterceptingProxy(TestEngines.dynamoDb());
    private final AtomicReference<Process> process = new AtomicReference<>();

    /** Kills the process when it sends so many of the requests, once. */
    private AtomicInteger killAt(String operation, int count) {
        AtomicInteger sent = new AtomicInteger();
        between.watch((what, body) -> {
            if (what.equals(operation) && sent.incrementAndGet() == count) {
                Process victim = process.get();
                victim.destroyForcibly();
                victim.onExit().join();
            }
        });
        return sent;
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.addAll(List.of("--endpoint", between.uri().toString(), "--region", "us-east-1", "--json"));
        ProcessBuilder builder = new ProcessBuilder(JavaProcess.java(List.of(), Switchboard.class.getName(), line.toArray(String[]::new)));
        builder.environment().put("SWITCHBOARD_HOME", folder.resolve("home").toString());
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("out.txt").toFile());
        process.set(builder.start());
        int status = process.get().waitFor();
        between.awaitIdle();
        return status;
    }

    private Path file(int items) throws IOException {
        Path file = folder.resolve("items.json");
        StringBuilder lines = new StringBuilder();
        for (Item item : TransferTable.many(items)) {
            lines.append("{\"Item\":").append(item.toJson()).append("}\n");
        }
        return Files.writeString(file, lines);
    }

    private String digest(EditTable table) {
        return TransferTable.digest(new Transfers(table.clients, new Home(folder.resolve("home"))), table.name);
    }

    @ParameterizedTest
    // Those of 2,300 items and more are killed after their first checkpoint, of 2,000 items. A rate has them written one by one;
    // otherwise several transactions are on their way when the process is killed, and arrive.
    @CsvSource({
        "fail, 800, PutItem, 1, 650", "skip, 800, PutItem, 1, 650", "replace, 2300, PutItem, 1, 2150",
        "fail, 1500, TransactWriteItems, 100, 6", "replace, 3000, TransactWriteItems, 100, 22"
    })
    void inTheMiddleOfAnImport(String onConflict, int items, String operation, int each, int killedAt) throws Exception {
        try (EditTable killed = new EditTable(TestEngines.everyDynamoDb().getFirst());
                EditTable whole = new EditTable(TestEngines.everyDynamoDb().getFirst())) {
            String file = file(items).toString();
            String rate = each == 1 ? "--rate=100000" : "--format=dynamodb-json";
            AtomicInteger sent = killAt(operation, killedAt);
            assertThat(run("items", "import", killed.name, file, "--on-conflict=" + onConflict, rate)).isNotZero();
            assertThat(killed.items().size()).isBetween(each * (killedAt - 4) - 150, each * killedAt + (each == 1 ? 50 : 600));
            assertThat(run("items", "import", killed.name, file, "--on-conflict=" + onConflict, rate, "--resume"))
                    .as(Files.readString(folder.resolve("out.txt")))
                    .isZero();
            assertThat(Files.readString(folder.resolve("out.txt"))).contains("\"read\":" + items + ",\"written\":" + items,
                    "\"rejected\":0");
            assertThat(sent).as("what was written before the last checkpoint is not sent again").hasValueBetween(items / each,
                    items / each + (each == 1 ? 100 : 5));
            assertThat(run("items", "import", whole.name, file)).isZero();
            assertThat(digest(killed)).isEqualTo(digest(whole)).startsWith(items + " ");
        }
    }

    @Test
    void inTheMiddleOfACopy() throws Exception {
        try (EditTable from = new EditTable(TestEngines.everyDynamoDb().getFirst());
                EditTable to = new EditTable(TestEngines.everyDynamoDb().getFirst())) {
            assertThat(run("items", "import", from.name, file(ITEMS).toString())).isZero();
            var _ = killAt("TransactWriteItems", 6);
            assertThat(run("items", "copy", from.name, "--to", to.name)).isNotZero();
            assertThat(to.items().size()).isBetween(200, 700);
            assertThat(run("items", "copy", from.name, "--to", to.name, "--resume"))
                    .as(Files.readString(folder.resolve("out.txt")))
                    .isZero();
            assertThat(digest(to)).isEqualTo(digest(from)).startsWith(ITEMS + " ");
            try (var left = Files.list(folder.resolve("home/transfers"))) {
                assertThat(left).as("nothing of the copied items is left on this machine").isEmpty();
            }
        }
    }

    @Test
    void inTheMiddleOfAnExport() throws Exception {
        try (EditTable from = new EditTable(TestEngines.everyDynamoDb().getFirst());
                EditTable to = new EditTable(TestEngines.everyDynamoDb().getFirst())) {
            assertThat(run("items", "import", from.name, file(ITEMS).toString())).isZero();
            // At a low rate there are several pages.
            var _ = killAt("Scan", 3);
            String file = folder.resolve("out.csv").toString();
            assertThat(run("items", "export", from.name, file, "--rate", "10")).isNotZero();
            assertThat(Path.of(file)).doesNotExist();
            assertThat(run("items", "export", from.name, file, "--resume")).as(Files.readString(folder.resolve("out.txt"))).isZero();
            assertThat(run("items", "import", to.name, file)).isZero();
            assertThat(digest(to)).isEqualTo(digest(from)).startsWith(ITEMS + " ");
        }
    }
}

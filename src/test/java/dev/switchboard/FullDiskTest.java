package dev.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.JavaProcess;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A disk that takes no more, as the system's bound on a file's size makes one for a process of its own. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@DisabledOnOs(OS.WINDOWS)
class FullDiskTest {
    private static final int ROWS = 20;

    /** In blocks of 512 bytes or of 1 KiB, as the shell has it: less than the backup, more than everything else that is written. */
    private static final int BLOCKS = 60;

    @TempDir
    private Path folder;

    @Test
    void aTableWhoseBackupFindsNoRoomIsNotDropped() throws Exception {
        AwsClients clients = TestAws.clients(TestEngines.dynamoDb());
        Tables tables = new Tables(clients);
        String table = TestAws.tableName("full-disk");
        tables.create(MessagesTablePreset.of(table, false, false, true), Progress.NONE);
        fill(table);

        Process process = dropUnderTheBound(table);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isEqualTo(1);
        assertThat(said).contains("could not be written", "Nothing was deleted");
        assertThat(tables.find(table)).as("the table stays").isPresent();
        assertThat(TestEngines.dynamoDbClient().scan(b -> b.tableName(table)).count()).isEqualTo(ROWS);
        try (Stream<Path> backups = Files.list(folder.resolve("home/backups"))) {
            assertThat(backups).as("nothing half written").isEmpty();
        }
    }

    private Process dropUnderTheBound(String table) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f " + BLOCKS + "; exec \"$@\"", "sh"));
        command.addAll(JavaProcess.java(
                List.of("-XX:-UsePerfData"), "dev.switchboard.Switchboard", "tables", "drop", table, "--confirm", table));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SWITCHBOARD_HOME", folder.resolve("home").toString());
        builder.environment().put("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString());
        return builder.start();
    }

    /** With what no compression makes smaller. */
    private static void fill(String table) {
        Random random = new Random(7);
        IntStream.range(0, ROWS).forEach(i -> {
            StringBuilder text = new StringBuilder();
            random.ints(20_000, 32, 126).forEach(text::appendCodePoint);
            TestEngines.dynamoDbClient().putItem(b -> b.tableName(table).item(Map.of(
                    "pk", AttributeValue.fromS("MSG#x"), "sk", AttributeValue.fromS("t" + i), "message",
                    AttributeValue.fromS(text.toString()))));
        });
    }
}

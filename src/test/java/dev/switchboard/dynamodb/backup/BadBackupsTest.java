package dev.switchboard.dynamodb.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not valid backups: each is rejected as a whole before a table is created. */
@Timeout(20)
class BadBackupsTest {
    @TempDir
    private Path folder;

    private String table = "";

    @BeforeEach
    void name() {
        table = TestAws.tableName("bad");
    }

    private String header(String name, long items) {
        return "{\"switchboardBackup\":1,\"at\":\"2026-01-05T08:00:00Z\",\"items\":" + items + ",\"table\":{\"name\":\"" + name
                + "\",\"keys\":[{\"name\":\"pk\",\"role\":\"HASH\",\"type\":\"S\"}],\"indexes\":[],\"billing\":\"PROVISIONED\",\"readCapacity\":5,"
                + "\"writeCapacity\":5,\"streamView\":null,\"deletionProtection\":false,\"tags\":{}}}\n";
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private void refused(byte[] content, String... words) throws IOException {
        refused(Files.write(folder.resolve("bad.switchboard"), content), words);
    }

    private void refused(Path file, String... words) {
        Backups backups = new Backups(TestAws.clients(TestEngines.dynamoDb()), folder.resolve("backups"));

        assertThatThrownBy(() -> backups.restore(file, null, Progress.NONE)).isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(words);

        assertThat(TestEngines.dynamoDbClient().listTablesPaginator().tableNames()).as("nothing was made").doesNotContain(table);
    }

    @Test
    void whatFollowsTheEndIsNotPassedOver() throws Exception {
        byte[] whole = packed(header(table, 1) + "{\"Item\":{\"pk\":{\"S\":\"one\"}}}\n");
        for (String garbage : new String[] {"x", "rest of another file", "\u001f", "x".repeat(200_000)}) {
            refused(joined(whole, garbage.getBytes(StandardCharsets.UTF_8)), "unexpected content after the end");
        }
        refused(joined(whole, packed("{\"Item\":{\"pk\":{\"S\":\"two\"}}}\n")), "line 3", "more than the 1 items");
    }

    @Test
    void aFileThatIsCutOffOrChangedIsRefused() throws Exception {
        byte[] whole = joined(packed(header(table, 1)), packed("{\"Item\":{\"pk\":{\"S\":\"one\"}}}\n"));
        for (int length = 0; length < whole.length; length++) {
            Path cut = Files.write(folder.resolve("cut.switchboard"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> TestBackupReader.items(cut)).as("%s bytes", length).isInstanceOf(InvalidInputException.class);
        }
        byte[] other = whole.clone();
        other[whole.length - 3] ^= 1;
        refused(other, "line ", "bytes are missing or were changed");
    }

    @Test
    void aBombOfOneLineEndsBeforeItFillsTheMemory() throws Exception {
        Path bomb = folder.resolve("bomb.switchboard");
        byte[] zeros = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(bomb); GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write((header(table, 1) + "{\"Item\":{\"pk\":{\"S\":\"").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 300; i++) {
                gzip.write(zeros);
            }
        }
        assertThat(Files.size(bomb)).isLessThan(400_000);
        refused(bomb, "line 2", "longer than the largest possible item");
    }

    @Test
    void aNameThatWouldLeadElsewhereIsNoTable() throws Exception {
        for (String name : new String[] {"../../../tmp/x", "..", "a/b/c", "c:\\\\x", "table; DROP TABLE users", "$(reboot)", "a\\u0000bc",
            "=cmd()"}) {
            refused(packed(header(name, 0)), "not a Switchboard backup");
        }
    }

    @Test
    void aHeaderOfTensOfThousandsOfIndexesIsReadAtOnce() throws Exception {
        StringBuilder indexes = new StringBuilder("\"indexes\":[");
        for (int i = 0; i < 22_000; i++) {
            indexes.append(i == 0 ? "" : ",").append("{\"name\":\"index").append(i).append("\",\"local\":false,\"keys\":[{\"name\":\"pk\",")
                    .append("\"role\":\"HASH\",\"type\":\"S\"}],\"projection\":\"ALL\",\"included\":[],\"readCapacity\":0,\"writeCapacity\":0}");
        }
        refused(packed(header(table, 3).replace("\"indexes\":[", indexes)), "declares 3 items");
    }

    @Test
    void aMillionEmptyMembersAreReadWithABoundedStack() throws Exception {
        byte[] empty = packed("");
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < 1_000_000; i++) {
            members.writeBytes(empty);
        }
        byte[] million = members.toByteArray();
        byte[] whole = packed(header(table, 1) + "{\"Item\":{\"pk\":{\"S\":\"one\"}}}\n");

        refused(million, "not a Switchboard backup");
        refused(joined(million, packed("no header")), "not a Switchboard backup");
        refused(joined(million, whole, million, packed("more")), "line 3", "more than the 1 items");
        assertThat(TestBackupReader.items(Files.write(folder.resolve("f"), joined(million, whole, million)))).isEqualTo(1);
    }
}

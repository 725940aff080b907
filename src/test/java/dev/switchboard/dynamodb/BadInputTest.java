package dev.switchboard.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.BadInput;
import dev.switchboard.testing.Fuzz;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items that are pasted and backup files that are chosen believe nothing and break nothing. */
class BadInputTest {
    private static final String ITEM = "{\"Item\":{\"pk\":{\"S\":\"GRP#ä\"},\"sk\":{\"S\":\"2026\"},\"n\":{\"N\":\"1.5\"},\"b\":{\"B\":\"AQI=\"},"
            + "\"l\":{\"L\":[{\"BOOL\":true},{\"M\":{\"x\":{\"SS\":[\"a\",\"b\"]}}}]}}}\n";
    private Path file;

    @BeforeEach
    void name(@TempDir Path folder) {
        file = folder.resolve("backup.gz");
    }

    private static String header(String table, long items) {
        TableDefinition definition = TableDefinition.messages(table, false, false, true);
        return new BackupHeader(Instant.parse("2026-11-22T12:00:00Z"), items, definition).toJson() + "\n";
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private void read(byte[] content) throws IOException {
        Files.write(file, content);
        try (BackupLines lines = new BackupLines(file)) {
            while (lines.item() != null) {
                assertThat(lines.header().items()).isPositive();
            }
        }
    }

    @Test
    void spoiltItems() throws IOException {
        String good = ITEM.substring("{\"Item\":".length(), ITEM.length() - 2);
        Fuzz fuzz = new Fuzz("item as DynamoDB JSON", input -> Item.ofJson(new String(input, UTF_8)));
        assertThat(fuzz.spoil(good.getBytes(UTF_8), 800).report()).isGreaterThan(4000);
    }

    @Test
    void spoiltBackups() throws IOException {
        byte[] plain = (header("messages", 2) + ITEM + ITEM.replace("2026", "2027")).getBytes(UTF_8);
        read(packed(plain));
        assertThat(new Fuzz("backup, unpacked", input -> read(packed(input))).spoil(plain, 400).report()).isGreaterThan(2000);
        assertThat(new Fuzz("backup, packed", this::read).spoil(packed(plain), 400).report()).isGreaterThan(2000);
    }

    @Test
    void aBombIsRefusedBeforeItFillsTheMemory() throws IOException {
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            byte[] zeros = new byte[1_000_000];
            for (int i = 0; i < 300; i++) {
                gzip.write(zeros);
            }
        }
        assertThat(Files.size(file)).isLessThan(1_000_000);
        assertThatThrownBy(() -> new BackupLines(file)).isInstanceOf(BadInput.class).hasMessageContaining("line 1");
    }

    @Test
    void aHeaderCannotLeadOutOfItsPlace() {
        for (String name : new String[] {"../../etc/passwd", "a/b", "a;b", "$(id)", "", "x".repeat(300), "a\u0000b"}) {
            assertThat(BackupHeader.read(header("messages", 1).replace("\"messages\"", "\"" + name + "\""))).as(name).isNull();
        }
        assertThat(BackupHeader.read(header("messages", -1))).isNull();
    }
}

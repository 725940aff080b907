package dev.switchboard.dynamodb.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.failure.InvalidInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of a backup, wherever the blocks that it is read in begin, and whatever bytes they have. */
class BackupReaderTest {
    @TempDir
    private Path folder;

    private Path file(long items, byte[] lines) throws IOException {
        Path file = folder.resolve("some.switchboard");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("{\"switchboardBackup\":1,\"at\":\"2026-01-05T08:00:00Z\",\"items\":" + items
                    + ",\"table\":{\"name\":\"some\",\"keys\":[{\"name\":\"pk\",\"role\":\"HASH\",\"type\":\"S\"}],\"indexes\":[],"
                    + "\"billing\":\"PROVISIONED\",\"readCapacity\":5,\"writeCapacity\":5,\"streamView\":null,\"deletionProtection\":false,"
                    + "\"tags\":{}}}\n").getBytes(StandardCharsets.UTF_8));
            out.write(lines);
        }
        return file;
    }

    private static List<Item> read(Path file) {
        List<Item> items = new ArrayList<>();
        try (BackupReader lines = new BackupReader(file)) {
            for (Item item = lines.item(); item != null; item = lines.item()) {
                items.add(item);
            }
        }
        return items;
    }

    @Test
    void linesOfAllLengthsAreReadWhole() throws IOException {
        List<Item> items = IntStream.range(0, 900)
                .mapToObj(i -> Item.builder().string("pk", i + "é\uD83D\uDC1D".repeat(i) + (i % 3 == 0 ? "\uFFFD" : "")).build())
                .toList();
        String lines = String.join("", items.stream().map(item -> "{\"Item\":" + item.toJson() + "}\n").toList());
        assertThat(read(file(items.size(), lines.getBytes(StandardCharsets.UTF_8)))).isEqualTo(items);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00C3(", "\u00ED\u00A0\u0080", "\u00C0\u00AF", "\u00FF"})
    void bytesThatAreNotUtf8AreNeverReplaced(String bytes) throws IOException {
        String lines = "{\"Item\":{\"pk\":{\"S\":\"a\"}}}\n{\"Item\":{\"pk\":{\"S\":\"" + bytes + "\"}}}\n";
        Path file = file(2, lines.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read(file)).isInstanceOf(InvalidInputException.class).hasMessageContainingAll("line 3", "UTF-8");
    }
}

package dev.switchboard.transfer.format;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.value.PlainJson;
import dev.switchboard.dynamodb.value.TypedItems;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes items to a file in one of the formats. Not thread-safe. */
public final class TransferWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private final BufferedWriter out;
    private final TransferFormat format;
    private final @Nullable CsvWriter csv;

    /**
     * Creates a writer.
     *
     * @param names all attributes of the items, for the header of CSV
     */
    public TransferWriter(OutputStream bytes, boolean compressed, TransferFormat format, List<String> names) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(
                compressed ? new GZIPOutputStream(bytes, BUFFER) : bytes, StandardCharsets.UTF_8), BUFFER);
        this.format = format;
        csv = format == TransferFormat.CSV ? new CsvWriter(names) : null;
        if (csv != null) {
            out.write(csv.header());
        }
    }

    /** Writes an item. */
    public void write(Item item) throws IOException {
        if (csv != null) {
            out.write(csv.record(item));
        } else if (format == TransferFormat.JSON) {
            out.write(PlainJson.print(TypedItems.values(item), false));
            out.write('\n');
        } else {
            out.write("{\"Item\":");
            out.write(item.toJson());
            out.write("}\n");
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

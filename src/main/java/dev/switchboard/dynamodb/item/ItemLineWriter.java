package dev.switchboard.dynamodb.item;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;

/** Writes items as lines of the form of DynamoDB exports, {@code {"Item":{"pk":{"S":"a"}}}}, in UTF-8. Not thread-safe. */
public final class ItemLineWriter implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .rootValueSeparator((String) null)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    private final JsonGenerator json;

    /** @param out is closed with the writer */
    public ItemLineWriter(OutputStream out) throws IOException {
        json = JSON.createGenerator(out);
    }

    /** Writes an item on a line of its own. */
    public void write(Item item) throws IOException {
        json.writeStartObject();
        json.writeFieldName("Item");
        ItemWriter.map(json, item.attributes());
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}

package dev.switchboard.postgres.sql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as JSON objects. Finite numbers are JSON numbers with the digits that PostgreSQL printed, Booleans are Booleans, NULL is null, and
 * everything else is a string, as PostgreSQL prints it.
 */
public final class RowJsonWriter {
    private static final JsonFactory FACTORY = new JsonFactory();
    private final List<String> names;

    /** @param columns the names of the columns; a name that occurs several times gets a number */
    public RowJsonWriter(List<String> columns) {
        names = RowColumns.distinct(columns);
    }

    /** Returns the names of the members in order. */
    public List<String> names() {
        return names;
    }

    /** Returns the row on one line. */
    public String write(Row row) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.writeStartObject();
            for (int i = 0; i < names.size(); i++) {
                generator.writeFieldName(names.get(i));
                write(generator, row.kind(i), row.text(i));
            }
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator generator, ColumnKind kind, @Nullable String value) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (kind == ColumnKind.BOOLEAN) {
            generator.writeBoolean(value.equals("true"));
        } else if (kind.isJsonNumber(value)) {
            generator.writeNumber(value);
        } else {
            generator.writeString(value);
        }
    }
}

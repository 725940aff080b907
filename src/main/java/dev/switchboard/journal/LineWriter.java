package dev.switchboard.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Formats journal lines. Each begins with its kind, its change and its number within the change, so that a reader can skip image lines
 * without parsing them and notices one that is missing, and ends with a {@linkplain LineChecksum checksum}.
 */
final class LineWriter {
    static final String INTENT = "intent";
    static final String ROWS = "rows";
    static final String OUTCOME = "outcome";
    static final String UNDONE = "undone";
    /** The member of an intent line that says that the lines of its change are numbered and have checksums. */
    static final String VERSION = "version";

    static final String NUMBER = "number";
    static final String CHECKSUM = "crc";
    private static final int CURRENT_VERSION = 2;
    private static final JsonFactory JSON = new JsonFactory();

    private LineWriter() {}

    static String intent(String id, Instant at, String environment, Intent intent, ChangeTarget where, Actor who) {
        return line(INTENT, id, json -> {
            json.writeNumberField(NUMBER, 1);
            json.writeNumberField(VERSION, CURRENT_VERSION);
            json.writeStringField("at", at.toString());
            json.writeStringField("environment", environment);
            json.writeStringField("operation", intent.operation());
            json.writeStringField("what", intent.what());
            json.writeObjectFieldStart("where");
            json.writeStringField("system", where.system());
            json.writeStringField("target", where.target());
            text(json, "endpoint", where.endpoint());
            text(json, "account", where.account());
            text(json, "region", where.region());
            text(json, "tableId", where.tableId());
            json.writeEndObject();
            json.writeObjectFieldStart("who");
            json.writeStringField("user", who.user());
            text(json, "principal", who.principal());
            text(json, "role", who.role());
            json.writeEndObject();
            json.writeStringField("undo", intent.undo().code());
            text(json, "whyNot", intent.noUndoReason());
            text(json, "undoes", intent.undoes());
        });
    }

    /**
     * @param number the number of the line within its change
     * @param attempt counts from 1; the images of a later attempt replace those of earlier ones
     */
    static String rows(String id, int number, int attempt, List<Change> changes) {
        return line(ROWS, id, json -> {
            json.writeNumberField(NUMBER, number);
            json.writeNumberField("attempt", attempt);
            json.writeNumberField("count", changes.size());
            json.writeArrayFieldStart("rows");
            for (Change change : changes) {
                json.writeStartObject();
                raw(json, "key", change.key());
                if (change.digest() == null) {
                    raw(json, "before", change.before());
                    raw(json, "after", change.after());
                } else {
                    json.writeStringField("digest", change.digest());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /**
     * @param number the number of lines of the change, this one included
     * @param attempt the last attempt
     * @param count the number of rows of the last attempt
     */
    static String outcome(String id, int number, int attempt, long count, Instant at, OutcomeState state, String sentence) {
        return line(OUTCOME, id, json -> {
            json.writeNumberField(NUMBER, number);
            json.writeNumberField("attempt", attempt);
            json.writeNumberField("count", count);
            json.writeStringField("at", at.toString());
            json.writeStringField("outcome", state.code());
            json.writeStringField("sentence", sentence);
        });
    }

    static String undone(String id, Instant at, String by) {
        return line(UNDONE, id, json -> {
            json.writeStringField("at", at.toString());
            json.writeStringField("by", by);
        });
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static String line(String kind, String id, Fields fields) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("line", kind);
            json.writeStringField("id", id);
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return LineChecksum.append(line.toString());
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static void raw(JsonGenerator json, String name, @Nullable String value) throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeRawValue(value);
        }
    }
}

package dev.switchboard.conversations.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.switchboard.conversations.Message;
import java.io.IOException;
import java.io.Writer;

/** Writes messages as one JSON document. */
final class JsonMessageWriter implements MessageWriter {
    private final JsonGenerator json;

    JsonMessageWriter(Writer out, String group) throws IOException {
        json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeStringField("group", group);
        json.writeArrayFieldStart("messages");
    }

    @Override
    public void write(Message message) throws IOException {
        json.writeStartObject();
        json.writeStringField("uuid", message.uuid());
        json.writeObjectFieldStart("from");
        json.writeStringField("uuid", message.from().uuid());
        json.writeStringField("handle", message.from().handle());
        json.writeStringField("displayName", message.from().displayName());
        json.writeEndObject();
        json.writeStringField("text", message.text());
        json.writeStringField("createdAt", message.createdAt().text());
        json.writeEndObject();
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }
}

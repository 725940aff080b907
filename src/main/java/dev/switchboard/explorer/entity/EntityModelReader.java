package dev.switchboard.explorer.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.file.RegularFiles;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads entities from a file: a data model of NoSQL Workbench, a OneTable schema as JSON or as a module of JavaScript, or the format that this
 * program writes.
 */
public final class EntityModelReader {
    private static final Messages TEXT = Messages.of(EntityModelReader.class);
    private static final int LARGEST = 32_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private EntityModelReader() {}

    /**
     * Reads the entities of a table.
     *
     * @throws InvalidInputException if the file cannot be read, is of another format, or has no entities for the table
     */
    public static EntityModel read(Path file, String table) {
        JsonNode root = root(file);
        String source = String.valueOf(file.getFileName());
        List<EntityDefinition> entities;
        if (WorkbenchModel.is(root)) {
            entities = WorkbenchModel.entities(root, table);
            if (entities.isEmpty()) {
                throw new InvalidInputException("model_no_facets",
                        TEXT.get("model.no-facets", source, table),
                        TEXT.get("model.no-facets.remedy", String.join(", ", WorkbenchModel.tables(root))));
            }
        } else if (OneTableSchema.is(root)) {
            entities = OneTableSchema.entities(root);
        } else if (root.path("entities").isArray()) {
            entities = own(root);
            source = root.path("source").asText(source);
        } else {
            throw unknown(file, null);
        }
        if (entities.isEmpty()) {
            throw new InvalidInputException("model_empty", TEXT.get("model.empty", source), TEXT.get("model.unknown.remedy"));
        }
        return new EntityModel(source, entities);
    }

    private static JsonNode root(Path file) {
        String text = text(file);
        try {
            boolean module = !text.stripLeading().startsWith("{");
            return JSON.readTree(module ? ObjectLiteralReader.json(text).orElseThrow(() -> unknown(file, null)) : text);
        } catch (JsonProcessingException e) {
            if (e.getLocation() != null && text.stripLeading().startsWith("{")) {
                throw new InvalidInputException("model_syntax",
                        TEXT.get("model.syntax", file.getFileName(), e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
                        TEXT.get("model.unknown.remedy"), e);
            }
            throw unknown(file, e);
        }
    }

    private static String text(Path file) {
        try (InputStream in = RegularFiles.open(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new InvalidInputException("model_large", TEXT.get("model.large", file), TEXT.get("model.unknown.remedy"));
            }
            return Utf8.decode(bytes);
        } catch (Utf8.InvalidUtf8Exception e) {
            throw unknown(file, e);
        } catch (IOException e) {
            throw new InvalidInputException("model_unreadable", TEXT.get("model.unreadable", file), TEXT.get("model.unreadable.remedy"), e);
        }
    }

    private static InvalidInputException unknown(Path file, @Nullable Throwable cause) {
        return new InvalidInputException("model_unknown", TEXT.get("model.unknown", file.getFileName()), TEXT.get("model.unknown.remedy"),
                cause);
    }

    private static List<EntityDefinition> own(JsonNode root) {
        List<EntityDefinition> entities = new ArrayList<>();
        for (JsonNode each : root.path("entities")) {
            Map<String, KeyTemplate> keys = new LinkedHashMap<>();
            each.path("keys").properties().forEach(key -> keys.put(key.getKey(), KeyTemplate.parse(key.getValue().asText())));
            Map<String, String> values = new LinkedHashMap<>();
            each.path("values").properties().forEach(value -> values.put(value.getKey(), value.getValue().asText()));
            List<String> attributes = new ArrayList<>();
            each.path("attributes").forEach(name -> attributes.add(name.asText()));
            entities.add(new EntityDefinition(each.path("name").asText(), keys, values, attributes));
        }
        return entities;
    }

    /** Returns a model in the format of this program, indented. */
    static String write(EntityModel model) {
        ObjectNode root = JSON.createObjectNode();
        root.put("source", model.source());
        ArrayNode entities = root.putArray("entities");
        for (EntityDefinition entity : model.entities()) {
            ObjectNode each = entities.addObject();
            each.put("name", entity.name());
            ObjectNode keys = each.putObject("keys");
            entity.keys().forEach((name, template) -> keys.put(name, template.toString()));
            if (!entity.values().isEmpty()) {
                ObjectNode values = each.putObject("values");
                entity.values().forEach(values::put);
            }
            ArrayNode attributes = each.putArray("attributes");
            entity.attributes().forEach(attributes::add);
        }
        return root.toPrettyString() + "\n";
    }
}

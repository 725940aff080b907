package dev.switchboard.explorer.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the models of a OneTable schema: the value templates of the primary key, and the type attribute that OneTable stores. */
final class OneTableSchema {
    private static final String TYPE = "_type";

    private OneTableSchema() {}

    static boolean is(JsonNode schema) {
        return schema.path("models").isObject() && schema.path("indexes").isObject();
    }

    static List<EntityDefinition> entities(JsonNode schema) {
        JsonNode primary = schema.path("indexes").path("primary");
        String hash = primary.path("hash").asText();
        String sort = primary.path("sort").asText();
        String type = schema.path("params").path("typeField").asText(TYPE);
        List<EntityDefinition> entities = new ArrayList<>();
        schema.path("models").properties().forEach(model -> {
            Map<String, KeyTemplate> keys = new LinkedHashMap<>();
            List<String> attributes = new ArrayList<>();
            model.getValue().properties().forEach(field -> {
                String attribute = attribute(field);
                String value = field.getValue().path("value").asText();
                if (attribute.equals(hash) || attribute.equals(sort)) {
                    if (!value.isEmpty()) {
                        keys.put(attribute, KeyTemplate.parse(value.replace("${" + type + "}", model.getKey())));
                    }
                } else if (!field.getValue().path("hidden").asBoolean(!value.isEmpty())) {
                    attributes.add(attribute);
                }
            });
            entities.add(new EntityDefinition(model.getKey(), ordered(keys, hash, sort),
                    keys.isEmpty() ? Map.of(type, model.getKey()) : Map.of(), attributes));
        });
        return entities;
    }

    private static Map<String, KeyTemplate> ordered(Map<String, KeyTemplate> keys, String hash, String sort) {
        Map<String, KeyTemplate> ordered = new LinkedHashMap<>();
        for (String name : List.of(hash, sort)) {
            if (keys.containsKey(name)) {
                ordered.put(name, keys.get(name));
            }
        }
        return ordered;
    }

    /** The attribute in the table, which a field can be mapped to; of one that is packed with others, the attribute that holds them. */
    private static String attribute(Map.Entry<String, JsonNode> field) {
        return field.getValue().path("map").asText(field.getKey()).replaceFirst("\\..*", "");
    }
}

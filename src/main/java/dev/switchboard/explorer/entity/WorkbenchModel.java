package dev.switchboard.explorer.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.failure.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads the facets of a table in a data model of NoSQL Workbench. A facet does not say which keys it has: its patterns are those that its sample
 * data has in common, or else what the aliases of its keys look like, such as {@code USER#<id>}. A facet without either is told by its attributes.
 */
final class WorkbenchModel {
    private static final Pattern SEPARATOR = Pattern.compile("(?<=[#|:/])");
    private static final Pattern CAPITALS = Pattern.compile("[A-Z][A-Z0-9_]{2,}");

    private WorkbenchModel() {}

    static boolean is(JsonNode model) {
        return model.path("DataModel").isArray();
    }

    /** The names of the tables. */
    static List<String> tables(JsonNode model) {
        return StreamSupport.stream(model.path("DataModel").spliterator(), false).map(table -> table.path("TableName").asText()).toList();
    }

    /** The entities of the table with this name; if the model has one table only, of that. Empty if there are no facets. */
    static List<EntityDefinition> entities(JsonNode model, String tableName) {
        @Nullable JsonNode table = null;
        for (JsonNode each : model.path("DataModel")) {
            if (each.path("TableName").asText().equals(tableName) || model.path("DataModel").size() == 1) {
                table = each;
            }
        }
        List<EntityDefinition> entities = new ArrayList<>();
        if (table != null) {
            String partition = table.path("KeyAttributes").path("PartitionKey").path("AttributeName").asText();
            String sort = table.path("KeyAttributes").path("SortKey").path("AttributeName").asText();
            for (JsonNode facet : table.path("TableFacets")) {
                entities.add(entity(facet, partition, sort));
            }
        }
        return entities;
    }

    private static EntityDefinition entity(JsonNode facet, String partition, String sort) {
        JsonNode aliases = facet.path("KeyAttributeAlias");
        Map<String, KeyTemplate> keys = new LinkedHashMap<>();
        key(keys, partition, facet, aliases.path("PartitionKeyAlias").asText());
        if (!sort.isEmpty()) {
            key(keys, sort, facet, aliases.path("SortKeyAlias").asText());
        }
        List<String> attributes = new ArrayList<>();
        facet.path("NonKeyAttributes").forEach(name -> attributes.add(name.asText()));
        return new EntityDefinition(facet.path("FacetName").asText(), keys, Map.of(), attributes);
    }

    private static void key(Map<String, KeyTemplate> keys, String name, JsonNode facet, String alias) {
        String variable = alias.isEmpty() || alias.equals(name) ? name : alias.replaceAll("^.*[#|:/]", "").replaceAll("[{}<>$]", "");
        String signature = sample(facet, name);
        @Nullable KeyTemplate template = signature.isEmpty() ? alias(alias, name)
                : signature.matches(".*[#|:/]") ? KeyTemplate.prefix(signature, variable) : KeyTemplate.constant(signature);
        if (template != null) {
            keys.put(name, template);
        }
    }

    /** The prefix, or the constant, that all sample items have; empty if there is none. */
    private static String sample(JsonNode facet, String key) {
        @Nullable String common = null;
        for (JsonNode row : facet.path("TableData")) {
            String signature = PrefixObserver.signature(item(row).string(key));
            if (signature.isEmpty() || (common != null && !common.equals(signature))) {
                return "";
            }
            common = signature;
        }
        return common == null ? "" : common;
    }

    private static Item item(JsonNode row) {
        try {
            return Item.ofJson(row.toString());
        } catch (InvalidInputException e) {
            return Item.of(Map.of());
        }
    }

    private static @Nullable KeyTemplate alias(String alias, String name) {
        KeyTemplate marked = KeyTemplate.parse(alias);
        if (!marked.variables().isEmpty()) {
            return marked;
        }
        List<String> parts = List.of(SEPARATOR.split(alias, -1));
        if (parts.size() == 1) {
            // “PK” and “SK” are how models that share a table name the keys themselves.
            return CAPITALS.matcher(alias).matches() && !alias.equals(name) ? KeyTemplate.constant(alias) : null;
        }
        StringBuilder template = new StringBuilder(parts.getFirst());
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).isEmpty()) {
                continue;
            }
            String word = parts.get(i).replaceAll("[#|:/]$", "");
            String separator = parts.get(i).substring(word.length());
            template.append(CAPITALS.matcher(word).matches() ? word : "{" + word + "}").append(separator);
        }
        return KeyTemplate.parse(template.toString());
    }
}

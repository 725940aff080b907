package dev.switchboard.explorer.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.dynamodb.table.TableSpecification;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables from JSON files: what {@code tables describe --json} or the AWS CLI prints, a CreateTable request, a CloudFormation template,
 * or a data model of NoSQL Workbench.
 */
public final class TableFileReader {
    private static final Messages TEXT = Messages.of(TableFileReader.class);
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final long LARGEST = 64_000_000;
    private static final String RESOURCE = "AWS::DynamoDB::Table";

    private TableFileReader() {}

    /**
     * Reads a file that describes one table.
     *
     * @param name selects one of several tables, or gives the only one another name; null for the name in the file
     * @throws InvalidInputException if the file is not valid, with the place, or has several tables and none of that name
     * @throws OperationFailedException if the file cannot be read
     */
    public static TableSpecification read(Path file, @Nullable String name) {
        try {
            if (Files.size(file) > LARGEST) {
                throw DefinitionNode.malformed(TEXT.get("definition.large", file));
            }
            return parse(Files.readString(file), name);
        } catch (CharacterCodingException e) {
            throw DefinitionNode.malformed(TEXT.get("definition.unknown"));
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("definition.unreadable", file), TEXT.get("definition.unreadable.remedy"), e);
        }
    }

    /** Reads a text like {@link #read}. */
    public static TableSpecification parse(String json, @Nullable String name) {
        Map<String, TableSpecification> tables = tables(json);
        if (name != null && tables.containsKey(name)) {
            return Objects.requireNonNull(tables.get(name));
        }
        if (tables.size() != 1) {
            String known = String.join(", ", tables.keySet());
            throw new InvalidInputException("definition_several", TEXT.get("definition.several", tables.size()),
                    tables.isEmpty() ? TEXT.get("definition.remedy") : TEXT.get("definition.several.remedy", known));
        }
        TableSpecification only = tables.values().iterator().next();
        return name == null ? only : only.named(name);
    }

    private static Map<String, TableSpecification> tables(String json) {
        DefinitionNode document = new DefinitionNode(tree(json), "");
        Map<String, TableSpecification> tables = new LinkedHashMap<>();
        if (document.node().path("Table").isObject()) {
            add(tables, TableShapeReader.read(document.object("Table"), null));
        } else if (document.has("KeySchema")) {
            add(tables, TableShapeReader.read(document, null));
        } else if (document.has("keys") && document.has("name")) {
            add(tables, DescribedTableReader.read(document));
        } else if (document.has("Resources")) {
            document.object("Resources").members().forEach((id, resource) -> {
                if (RESOURCE.equals(resource.node().path("Type").asText())) {
                    add(tables, TableShapeReader.read(resource.object("Properties"), id));
                }
            });
        } else if (document.has("DataModel")) {
            document.list("DataModel").forEach(table -> add(tables, WorkbenchReader.read(table)));
        } else {
            throw DefinitionNode.malformed(TEXT.get("definition.unknown"));
        }
        return tables;
    }

    private static void add(Map<String, TableSpecification> tables, TableSpecification table) {
        tables.put(table.definition().name(), table);
    }

    private static JsonNode tree(String json) {
        try {
            JsonNode tree = JSON.readTree(json);
            return tree;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw DefinitionNode.malformed(TEXT.get("definition.json", String.valueOf(line), Quote.of(e.getOriginalMessage())));
        }
    }
}

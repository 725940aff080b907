package dev.switchboard.explorer.copyas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Reads the items that copied programs print, as DynamoDB JSON in one form: attributes and sets sorted. */
final class CopiedRows {
    private static final JsonMapper JSON = new JsonMapper();
    /** Python prints its own literals, with bytes where JSON has Base64. */
    private static final String TO_JSON = """
            import ast, base64, json, sys
            for line in sys.stdin:
                print(json.dumps(ast.literal_eval(line), default=lambda value: base64.b64encode(value).decode()))
            """;

    private CopiedRows() {}

    /** The items of the documents that the AWS CLI prints. */
    static List<String> ofCli(Path folder, String command) throws Exception {
        Files.writeString(folder.resolve("copied.sh"), command);
        String out = CopiedProgram.run(folder, "bash", "copied.sh");
        List<String> items = new ArrayList<>();
        var documents = JSON.readerFor(JsonNode.class).<JsonNode>readValues(out);
        while (documents.hasNext()) {
            documents.next().get("Items").forEach(item -> items.add(normal(item.toString())));
        }
        return items;
    }

    /** The items that a script prints, one a line. */
    static List<String> ofPython(Path folder, String script) throws Exception {
        Files.writeString(folder.resolve("copied.py"), script);
        Files.writeString(folder.resolve("to_json.py"), TO_JSON);
        String out = CopiedProgram.run(folder, "bash", "-c", "set -o pipefail; python3 copied.py | python3 to_json.py");
        return out.lines().map(CopiedRows::normal).toList();
    }

    static String normal(String item) {
        try {
            return sorted(JSON.readTree(item)).toString();
        } catch (IOException e) {
            throw new AssertionError(item, e);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            object.properties().forEach(member -> members.put(member.getKey(),
                    member.getKey().matches("[SNB]S") && member.getValue() instanceof ArrayNode set
                            ? sortedSet(set)
                            : sorted(member.getValue())));
            ObjectNode sorted = JSON.createObjectNode();
            members.forEach(sorted::set);
            return sorted;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode sorted = JSON.createArrayNode();
            array.forEach(element -> sorted.add(sorted(element)));
            return sorted;
        }
        return node;
    }

    private static JsonNode sortedSet(ArrayNode set) {
        List<JsonNode> elements = new ArrayList<>();
        set.forEach(elements::add);
        elements.sort(Comparator.comparing(JsonNode::asText));
        ArrayNode sorted = JSON.createArrayNode();
        elements.forEach(sorted::add);
        return sorted;
    }
}

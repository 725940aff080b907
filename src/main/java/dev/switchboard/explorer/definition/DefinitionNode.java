package dev.switchboard.explorer.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a definition in JSON, which knows its place for messages.
 *
 * @param place such as {@code Resources.Table.Properties}; empty for the whole document
 */
record DefinitionNode(JsonNode node, String place) {
    private static final Messages TEXT = Messages.of(DefinitionNode.class);

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** A member that is an object; null if it is missing. */
    @Nullable
    DefinitionNode optional(String name) {
        if (!has(name)) {
            return null;
        }
        DefinitionNode member = new DefinitionNode(node.get(name), place(name));
        if (!member.node.isObject()) {
            throw member.wrong("object");
        }
        return member;
    }

    DefinitionNode object(String name) {
        DefinitionNode member = optional(name);
        if (member == null) {
            throw new DefinitionNode(node, place(name)).wrong("missing");
        }
        return member;
    }

    /** The elements of a list; none if it is missing. */
    List<DefinitionNode> list(String name) {
        if (!has(name)) {
            return List.of();
        }
        JsonNode list = node.get(name);
        if (!list.isArray()) {
            throw new DefinitionNode(list, place(name)).wrong("list");
        }
        return IntStream.range(0, list.size()).mapToObj(i -> new DefinitionNode(list.get(i), place(name) + "[" + i + "]")).toList();
    }

    /** The members of an object by name. */
    Map<String, DefinitionNode> members() {
        Map<String, DefinitionNode> members = new LinkedHashMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), new DefinitionNode(member.getValue(), place(member.getKey()))));
        return members;
    }

    /** The text of a member; null if it is missing. */
    @Nullable
    String optionalText(String name) {
        return has(name) ? new DefinitionNode(node.get(name), place(name)).asText() : null;
    }

    String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            throw new DefinitionNode(node, place(name)).wrong("missing");
        }
        return text;
    }

    /** This node as a text, number or truth value. */
    String asText() {
        if (!node.isValueNode()) {
            throw wrong("text");
        }
        return node.asText();
    }

    /** A whole number; null if it is missing. */
    @Nullable
    Long optionalNumber(String name) {
        String text = optionalText(name);
        if (text == null) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new DefinitionNode(node.get(name), place(name)).wrong("number");
        }
    }

    long number(String name) {
        Long number = optionalNumber(name);
        return number == null ? 0 : number;
    }

    boolean isTrue(String name) {
        return "true".equalsIgnoreCase(optionalText(name));
    }

    private String place(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private InvalidInputException wrong(String what) {
        return malformed(TEXT.get("definition." + what, Quote.of(place)));
    }

    static InvalidInputException malformed(String sentence) {
        return new InvalidInputException("definition_malformed", sentence, TEXT.get("definition.remedy"));
    }
}

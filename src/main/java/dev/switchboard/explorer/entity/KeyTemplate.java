package dev.switchboard.explorer.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pattern of a key: literal texts and named variables, such as <code>GRP#{user}</code>.
 *
 * @param parts no two variables are beside each other
 */
public record KeyTemplate(List<Part> parts) {
    private static final Pattern VARIABLE = Pattern.compile("\\$?\\{([^{}]*)}|<([^<>]*)>");

    /** A part of a pattern. */
    public sealed interface Part {
        /** A text that is the same in all keys. */
        record Literal(String text) implements Part {}

        /** A text that is different in each key. */
        record Variable(String name) implements Part {}
    }

    public KeyTemplate {
        parts = List.copyOf(parts);
    }

    /** Parses a pattern, whose variables are written as <code>{name}</code>, <code>${name}</code> or {@code <name>}. */
    public static KeyTemplate parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher variables = VARIABLE.matcher(text);
        int end = 0;
        while (variables.find()) {
            literal(parts, text.substring(end, variables.start()));
            @Nullable String name = variables.group(1) == null ? variables.group(2) : variables.group(1);
            // A format can follow the name, such as in ${id:6:0}.
            variable(parts, String.valueOf(name).replaceFirst(":.*", "").strip());
            end = variables.end();
        }
        literal(parts, text.substring(end));
        return new KeyTemplate(parts);
    }

    /** Returns the pattern of keys that begin with a text. */
    public static KeyTemplate prefix(String text, String variable) {
        List<Part> parts = new ArrayList<>();
        literal(parts, text);
        variable(parts, variable);
        return new KeyTemplate(parts);
    }

    /** Returns the pattern of one key. */
    public static KeyTemplate constant(String text) {
        return new KeyTemplate(List.of(new Part.Literal(text)));
    }

    private static void literal(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part.Literal(text));
        }
    }

    private static void variable(List<Part> parts, String name) {
        if (!parts.isEmpty() && parts.getLast() instanceof Part.Variable(String before)) {
            // Nothing tells where the first of them ends.
            parts.set(parts.size() - 1, new Part.Variable(before + " " + name));
        } else {
            parts.add(new Part.Variable(name));
        }
    }

    /** The names of the variables, in their order. */
    public List<String> variables() {
        return parts.stream()
                .flatMap(part -> part instanceof Part.Variable(String name) ? Stream.of(name) : Stream.empty())
                .toList();
    }

    /** How many characters are literal: the more, the more specific. */
    public int literals() {
        return parts.stream().mapToInt(part -> part instanceof Part.Literal(String text) ? text.length() : 0).sum();
    }

    /**
     * Returns the variables of a key by name; null if it does not have this pattern. Each variable ends where the next literal text first
     * occurs, so that it takes no longer than the key is long.
     */
    public @Nullable Map<String, String> match(String key) {
        Map<String, String> found = new LinkedHashMap<>();
        int at = 0;
        for (int i = 0; i < parts.size(); i++) {
            switch (parts.get(i)) {
                case Part.Literal(String text) -> {
                    if (!key.startsWith(text, at)) {
                        return null;
                    }
                    at += text.length();
                }
                case Part.Variable(String name) -> {
                    int end = i + 1 < parts.size() ? end(key, at, i + 1) : key.length();
                    if (end < at) {
                        return null;
                    }
                    found.put(name, key.substring(at, end));
                    at = end;
                }
            }
        }
        return at == key.length() ? found : null;
    }

    /** Where the literal text of a part begins; the last one only at the end of the key. */
    private int end(String key, int from, int part) {
        String text = ((Part.Literal) parts.get(part)).text();
        int end = part == parts.size() - 1 ? key.length() - text.length() : key.indexOf(text, from);
        return end >= from && key.startsWith(text, end) ? end : -1;
    }

    /** The pattern as {@link #parse} reads it. */
    @Override
    public String toString() {
        return parts.stream()
                .map(part -> switch (part) {
                    case Part.Literal(String text) -> text;
                    case Part.Variable(String name) -> "{" + name + "}";
                })
                .collect(Collectors.joining());
    }
}

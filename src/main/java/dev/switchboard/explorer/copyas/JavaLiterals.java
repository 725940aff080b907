package dev.switchboard.explorer.copyas;

import dev.switchboard.dynamodb.value.ByteString;
import dev.switchboard.dynamodb.value.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes parameters as Java expressions. */
final class JavaLiterals {
    /** A constant of a class file has at most 65,535 bytes, and a character takes up to three of them. */
    private static final int LONGEST = 20_000;

    private static final String MODEL = "software.amazon.awssdk.services.dynamodb.model.";
    private final Set<String> imports;

    /** @param imports receives the names of the classes that are used */
    JavaLiterals(Set<String> imports) {
        this.imports = imports;
    }

    String write(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Text(String text) -> string(text);
            case Parameter.Flag(boolean on) -> String.valueOf(on);
            case Parameter.Names(Map<String, String> names) -> map(names, JavaLiterals::string);
            case Parameter.Values(Map<String, TypedValue> values) -> map(values, this::write);
            case Parameter.Structure(String shape, Map<String, Parameter> members) -> {
                imports.add(MODEL + shape);
                yield shape + ".builder()" + members.entrySet().stream()
                        .map(member -> "." + JavaWriter.camelCase(member.getKey()) + "(" + write(member.getValue()) + ")")
                        .collect(Collectors.joining()) + ".build()";
            }
            case Parameter.Structures(List<Parameter.Structure> elements) -> list(elements.stream().map(this::write));
        };
    }

    private String write(TypedValue value) {
        imports.add(MODEL + "AttributeValue");
        return switch (value) {
            case TypedValue.Text(String text) -> "AttributeValue.fromS(" + string(text) + ")";
            case TypedValue.Digits(String digits) -> "AttributeValue.fromN(" + string(digits) + ")";
            case TypedValue.Binary(ByteString bytes) -> "AttributeValue.fromB(" + bytes(bytes) + ")";
            case TypedValue.Truth(boolean truth) -> "AttributeValue.fromBool(" + truth + ")";
            case TypedValue.Nothing() -> "AttributeValue.fromNul(true)";
            case TypedValue.TextSet(List<String> texts) -> "AttributeValue.fromSs(" + list(texts.stream().map(JavaLiterals::string)) + ")";
            case TypedValue.DigitsSet(List<String> digits) ->
                "AttributeValue.fromNs(" + list(digits.stream().map(JavaLiterals::string)) + ")";
            case TypedValue.BinarySet(List<ByteString> values) -> "AttributeValue.fromBs(" + list(values.stream().map(this::bytes)) + ")";
            case TypedValue.Elements(List<TypedValue> values) -> "AttributeValue.fromL(" + list(values.stream().map(this::write)) + ")";
            case TypedValue.Members(Map<String, TypedValue> values) -> "AttributeValue.fromM(" + map(values, this::write) + ")";
        };
    }

    private String bytes(ByteString bytes) {
        imports.add("java.util.Base64");
        imports.add("software.amazon.awssdk.core.SdkBytes");
        return "SdkBytes.fromByteArray(Base64.getDecoder().decode(" + string(bytes.base64()) + "))";
    }

    private static String string(String text) {
        if (text.length() <= LONGEST) {
            return CodeStrings.java(text);
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < text.length();) {
            int end = Math.min(text.length(), i + LONGEST);
            // A pair of surrogates stays together.
            end = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
            parts.add(CodeStrings.java(text.substring(i, end)));
            i = end;
        }
        return "String.join(\"\", " + String.join(", ", parts) + ")";
    }

    private String list(Stream<String> elements) {
        imports.add("java.util.List");
        return elements.collect(Collectors.joining(", ", "List.of(", ")"));
    }

    private <T> String map(Map<String, T> members, Function<T, String> writer) {
        imports.add("java.util.Map");
        // Map.of takes at most ten members.
        return members.size() <= 10
                ? members.entrySet().stream()
                        .map(member -> string(member.getKey()) + ", " + writer.apply(member.getValue()))
                        .collect(Collectors.joining(", ", "Map.of(", ")"))
                : members.entrySet().stream()
                        .map(member -> "Map.entry(" + string(member.getKey()) + ", " + writer.apply(member.getValue()) + ")")
                        .collect(Collectors.joining(", ", "Map.ofEntries(", ")"));
    }
}

package dev.switchboard.explorer.copyas;

import dev.switchboard.dynamodb.value.ByteString;
import dev.switchboard.dynamodb.value.TypedValue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes parameters as the nested objects that Python and JavaScript have for them.
 *
 * @param string quotes a string
 * @param member writes the name of a member
 * @param bytes writes a binary value
 * @param yes the word for true
 * @param no the word for false
 */
record ObjectLiterals(
        Function<String, String> string, Function<String, String> member, Function<ByteString, String> bytes, String yes, String no) {
    /** Writes the parameters of a request, each on a line of its own. */
    String lines(Map<String, Parameter> parameters, String indent) {
        StringBuilder out = new StringBuilder();
        parameters.forEach((name, parameter) -> out.append(indent)
                .append(member.apply(name)).append(": ").append(write(parameter)).append(",\n"));
        return out.toString();
    }

    private String write(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Text(String text) -> string.apply(text);
            case Parameter.Flag(boolean on) -> on ? yes : no;
            case Parameter.Names(Map<String, String> names) -> object(names, string);
            case Parameter.Values(Map<String, TypedValue> values) -> object(values, this::write);
            case Parameter.Structure(String _, Map<String, Parameter> members) -> object(members, this::write);
            case Parameter.Structures(List<Parameter.Structure> elements) -> list(elements.stream().map(this::write));
        };
    }

    private String write(TypedValue value) {
        String written = switch (value) {
            case TypedValue.Text(String text) -> string.apply(text);
            case TypedValue.Digits(String digits) -> string.apply(digits);
            case TypedValue.Binary(ByteString binary) -> bytes.apply(binary);
            case TypedValue.Truth(boolean truth) -> truth ? yes : no;
            case TypedValue.Nothing() -> yes;
            case TypedValue.TextSet(List<String> texts) -> list(texts.stream().map(string));
            case TypedValue.DigitsSet(List<String> digits) -> list(digits.stream().map(string));
            case TypedValue.BinarySet(List<ByteString> values) -> list(values.stream().map(bytes));
            case TypedValue.Elements(List<TypedValue> values) -> list(values.stream().map(this::write));
            case TypedValue.Members(Map<String, TypedValue> values) -> object(values, this::write);
        };
        return "{" + member.apply(value.type().name()) + ": " + written + "}";
    }

    private <T> String object(Map<String, T> members, Function<T, String> writer) {
        return members.entrySet().stream()
                .map(entry -> string.apply(entry.getKey()) + ": " + writer.apply(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String list(Stream<String> elements) {
        return elements.collect(Collectors.joining(", ", "[", "]"));
    }
}

package dev.switchboard.dynamodb.value;

import java.util.List;

/** Takes sets apart and puts them together. */
public final class SetElements {
    private SetElements() {}

    /** The elements of a set or a list, one value each; empty for any other value. */
    public static List<TypedValue> of(TypedValue value) {
        return switch (value) {
            case TypedValue.TextSet(List<String> texts) -> texts.stream().<TypedValue>map(TypedValue.Text::new).toList();
            case TypedValue.DigitsSet(List<String> digits) -> digits.stream().<TypedValue>map(TypedValue.Digits::new).toList();
            case TypedValue.BinarySet(List<ByteString> values) -> values.stream().<TypedValue>map(TypedValue.Binary::new).toList();
            case TypedValue.Elements(List<TypedValue> values) -> values;
            default -> List.of();
        };
    }

    /**
     * Returns the set of a type.
     *
     * @param elements values of the element type of the set
     */
    public static TypedValue of(ValueType set, List<TypedValue> elements) {
        return switch (set) {
            case SS -> new TypedValue.TextSet(elements.stream().map(value -> ((TypedValue.Text) value).text()).toList());
            case NS -> new TypedValue.DigitsSet(elements.stream().map(value -> ((TypedValue.Digits) value).digits()).toList());
            case BS -> new TypedValue.BinarySet(elements.stream().map(value -> ((TypedValue.Binary) value).bytes()).toList());
            default -> throw new IllegalArgumentException(set + " is no set");
        };
    }
}

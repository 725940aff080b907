package dev.switchboard.explorer.copyas;

import dev.switchboard.dynamodb.value.TypedValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The value of a parameter of a request. */
sealed interface Parameter {
    /** Whether there is a binary value in it. */
    default boolean hasBinary() {
        return switch (this) {
            case Text _,Flag _, Names _ -> false;
            case Values(Map<String, TypedValue> values) -> values.values().stream().anyMatch(Parameter::isBinary);
            case Structure(String _, Map<String, Parameter> members) -> members.values().stream().anyMatch(Parameter::hasBinary);
            case Structures(List<Structure> elements) -> elements.stream().anyMatch(Parameter::hasBinary);
        };
    }

    private static boolean isBinary(TypedValue value) {
        return switch (value) {
            case TypedValue.Binary _, TypedValue.BinarySet _ -> true;
            case TypedValue.Elements(List<TypedValue> values) -> values.stream().anyMatch(Parameter::isBinary);
            case TypedValue.Members(Map<String, TypedValue> values) -> values.values().stream().anyMatch(Parameter::isBinary);
            default -> false;
        };
    }

    /** A string. */
    record Text(String text) implements Parameter {}

    /** True or false. */
    record Flag(boolean value) implements Parameter {}

    /** The attribute names of placeholders. */
    record Names(Map<String, String> names) implements Parameter {
        public Names {
            names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        }
    }

    /** Attribute values by name or placeholder: an item, a key, or the values of an expression. */
    record Values(Map<String, TypedValue> values) implements Parameter {
        public Values {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * A structure of the service model.
     *
     * @param shape its name there, which is that of its Java class
     */
    record Structure(String shape, Map<String, Parameter> members) implements Parameter {
        public Structure {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /** A list of structures. */
    record Structures(List<Structure> elements) implements Parameter {
        public Structures {
            elements = List.copyOf(elements);
        }
    }
}

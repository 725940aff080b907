package dev.switchboard.dynamodb.item;

import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Formats attribute values as short texts. */
final class AttributeFormatter {
    private AttributeFormatter() {}

    /** Returns the type as it is named in DynamoDB JSON. */
    static String type(AttributeValue value) {
        return switch (value.type()) {
            case SS -> "SS";
            case NS -> "NS";
            case BS -> "BS";
            case BOOL -> "BOOL";
            case NUL -> "NULL";
            default -> value.type().name();
        };
    }

    static String of(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> value.n();
            case B -> value.b().asByteArrayUnsafe().length + " bytes";
            case BOOL -> value.bool().toString();
            case NUL -> "null";
            case SS -> value.ss().stream().sorted().collect(Collectors.joining(", ", "{", "}"));
            case NS -> value.ns().stream().collect(Collectors.joining(", ", "{", "}"));
            case BS -> "{" + value.bs().size() + " × bytes}";
            case L -> value.l().stream().map(AttributeFormatter::of).collect(Collectors.joining(", ", "[", "]"));
            case M -> value.m().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            case UNKNOWN_TO_SDK_VERSION -> "?";
        };
    }
}

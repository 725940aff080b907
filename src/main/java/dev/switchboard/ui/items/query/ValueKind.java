package dev.switchboard.ui.items.query;

import dev.switchboard.dynamodb.expression.ExpressionParser;
import dev.switchboard.dynamodb.expression.ExpressionPrinter;
import dev.switchboard.dynamodb.expression.Operand;
import dev.switchboard.dynamodb.value.ByteString;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the text of a value field means. */
enum ValueKind {
    STRING,
    NUMBER,
    BOOLEAN,
    BINARY,
    NULL,
    /** A value or attribute as in an expression, such as {@code ['a', 1]} or {@code size(tags)}. */
    EXPRESSION;

    private static final Messages TEXT = Messages.of(ValueKind.class);

    /** The label. */
    String label() {
        return TEXT.get("kind." + name().toLowerCase(Locale.ROOT));
    }

    /**
     * Returns what a text means.
     *
     * @throws InvalidInputException if the text is not valid for this kind
     */
    Operand operand(String text) {
        return switch (this) {
            case STRING -> Operand.text(text);
            case NUMBER -> Operand.number(number(text.strip()));
            case BOOLEAN -> new Operand.Literal(new TypedValue.Truth(truth(text.strip())));
            case BINARY -> new Operand.Literal(new TypedValue.Binary(binary(text.strip())));
            case NULL -> new Operand.Literal(new TypedValue.Nothing());
            case EXPRESSION -> ExpressionParser.parseOperand(text);
        };
    }

    /** Returns what a text with commas means. A string with a comma needs the kind {@link #EXPRESSION}. */
    List<Operand> operands(String text) {
        return this == EXPRESSION
                ? ExpressionParser.parseOperands(text)
                : Arrays.stream(text.split(",", -1)).map(part -> operand(part.strip())).toList();
    }

    private static String number(String text) {
        try {
            // The length is checked first, because parsing a million digits takes long.
            if (text.length() > 400) {
                throw new NumberFormatException("too long");
            }
            var _ = new BigDecimal(text);
            return text;
        } catch (NumberFormatException e) {
            throw bad("kind.number.bad", text, e);
        }
    }

    private static boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad("kind.boolean.bad", text, null);
        };
    }

    private static ByteString binary(String text) {
        try {
            return ByteString.ofBase64(text);
        } catch (IllegalArgumentException e) {
            throw bad("kind.binary.bad", text, e);
        }
    }

    private static InvalidInputException bad(String key, String text, @Nullable Exception cause) {
        return new InvalidInputException("value", TEXT.get(key, Quote.of(text)), null, cause);
    }

    /** Returns the kind that can hold operands with commas between them; {@link #EXPRESSION} if no other can. */
    static ValueKind ofList(List<Operand> operands) {
        List<ValueKind> kinds = operands.stream().map(ValueKind::of).distinct().toList();
        return kinds.size() == 1 && operands.stream().noneMatch(ValueKind::isAmbiguous) ? kinds.getFirst() : EXPRESSION;
    }

    /** Whether the text would not be the same after it was divided at its commas. */
    private static boolean isAmbiguous(Operand operand) {
        return operand instanceof Operand.Literal(TypedValue.Text(String text)) && (text.contains(",") || !text.equals(text.strip()));
    }

    /** Returns the kind that can hold an operand; {@link #EXPRESSION} if no other can. */
    static ValueKind of(Operand operand) {
        return switch (operand) {
            case Operand.Literal(TypedValue.Text _) -> STRING;
            case Operand.Literal(TypedValue.Digits _) -> NUMBER;
            case Operand.Literal(TypedValue.Truth _) -> BOOLEAN;
            case Operand.Literal(TypedValue.Binary _) -> BINARY;
            case Operand.Literal(TypedValue.Nothing _) -> NULL;
            default -> EXPRESSION;
        };
    }

    /** Returns the text of an operand of this kind. */
    String text(Operand operand) {
        return switch (operand) {
            case Operand.Literal(TypedValue.Text(String text)) when this == STRING -> text;
            case Operand.Literal(TypedValue.Binary(ByteString bytes)) when this == BINARY -> bytes.base64();
            case Operand.Literal(TypedValue.Nothing _) when this == NULL -> "";
            default -> ExpressionPrinter.print(operand);
        };
    }

    /** Returns the text of operands of this kind, with commas. */
    String text(List<Operand> operands) {
        return operands.stream().map(this::text).collect(Collectors.joining(", "));
    }
}

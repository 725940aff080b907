package dev.switchboard.dynamodb.expression;

import dev.switchboard.dynamodb.value.TypedValue;

/** What a condition compares. */
public sealed interface Operand {
    /** The value at a path of the item. */
    record Attribute(AttributePath path) implements Operand {}

    /** The size of the value at a path: characters, bytes, or elements. */
    record Size(AttributePath path) implements Operand {}

    /** A given value. */
    record Literal(TypedValue value) implements Operand {}

    /** Returns the operand for a whole attribute. */
    static Operand attribute(String name) {
        return new Attribute(AttributePath.of(name));
    }

    /** Returns the operand for a string. */
    static Operand text(String text) {
        return new Literal(new TypedValue.Text(text));
    }

    /** Returns the operand for a number. */
    static Operand number(String digits) {
        return new Literal(new TypedValue.Digits(digits));
    }
}

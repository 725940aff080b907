package dev.switchboard.dynamodb.partiql;

import dev.switchboard.dynamodb.expression.AttributePath;
import dev.switchboard.dynamodb.value.TypedValue;

/** What an UPDATE sets a path to. */
sealed interface UpdateOperand {
    /** A value. */
    record Value(TypedValue value) implements UpdateOperand {}

    /** The value of a path before the update. */
    record Path(AttributePath path) implements UpdateOperand {}

    /** A sum, or a difference. */
    record Sum(UpdateOperand left, UpdateOperand right, boolean minus) implements UpdateOperand {}

    /** A function of two operands: {@code list_append}, {@code set_add} or {@code set_delete}. */
    record Function(String name, UpdateOperand left, UpdateOperand right) implements UpdateOperand {}

    /** The operand that a path is set to. */
    record Assignment(AttributePath path, UpdateOperand operand) {}
}

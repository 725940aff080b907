package dev.switchboard.dynamodb.partiql;

import dev.switchboard.dynamodb.expression.AttributePath;
import dev.switchboard.dynamodb.value.TypedValue;
import java.util.List;

/** A statement that changes one item. */
sealed interface WriteStatement {
    String table();

    /** Creates an item. */
    record Insert(String table, TypedValue.Members item) implements WriteStatement {}

    /**
     * Changes an item.
     *
     * @param whereEnd the offset in the statement after its WHERE clause
     * @param returning whether it says what it returns
     */
    record Update(
            String table, List<UpdateOperand.Assignment> assignments, List<AttributePath> removals, StatementCondition where, int whereEnd,
            boolean returning)
            implements WriteStatement {}

    /** Deletes an item. */
    record Delete(String table, StatementCondition where, int whereEnd) implements WriteStatement {}
}

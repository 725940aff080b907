package dev.switchboard.dynamodb.partiql;

import dev.switchboard.dynamodb.expression.AttributePath;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.journal.Change;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement that writes, with the item before and after it, and as it is sent: on the condition that the item is as it was read.
 *
 * @param text the statement with the further conditions
 * @param parameters its parameters, then those of the further conditions
 * @param key the key of the item
 * @param before the item as it was read; null if there was none
 * @param after the item afterward; null if it is deleted
 * @param verified whether the response contains the whole item afterward, which the statement did not ask for
 */
record PlannedWrite(
        String text, List<TypedValue> parameters, Item key, @Nullable Item before, @Nullable Item after, boolean verified) {
    private static final Messages TEXT = Messages.of(PlannedWrite.class);
    // Leaves room, because the limit of DynamoDB's own conditions, which a statement becomes, is 4 KB.
    private static final int MOST_CONDITIONS = 3_000;
    private static final String RETURNING = " RETURNING ALL NEW *";

    /**
     * Returns the key of the item that a statement writes.
     *
     * @throws InvalidInputException if the statement does not say the whole key
     */
    static Item key(WriteStatement statement, KeySchema keys) {
        Map<String, TypedValue> key = new LinkedHashMap<>();
        for (String name : keys.names()) {
            @Nullable TypedValue value = switch (statement) {
                case WriteStatement.Insert insert -> insert.item().values().get(name);
                case WriteStatement.Update update -> update.where().value(name);
                case WriteStatement.Delete delete -> delete.where().value(name);
            };
            if (value == null) {
                throw new InvalidInputException("partiql_key", TEXT.get("partiql.key", name, statement.table()),
                        TEXT.get(statement instanceof WriteStatement.Insert ? "partiql.key.insert" : "partiql.key.where",
                                String.join(", ", keys.names())));
            }
            key.put(name, value);
        }
        return keys.of(TypedItems.item(new TypedValue.Members(key)));
    }

    /**
     * Plans a statement on the item as it is now.
     *
     * @throws OperationFailedException if an item to create exists, or one to change or delete does not
     * @throws InvalidInputException if the statement does not fit the item
     */
    static PlannedWrite of(PartiqlStatement statement, WriteStatement write, List<TypedValue> parameters, Item key, @Nullable Item now) {
        if (write instanceof WriteStatement.Insert(String table, TypedValue.Members item)) {
            if (now != null) {
                throw exists(table, key);
            }
            return new PlannedWrite(statement.text(), parameters, key, null, TypedItems.item(item), false);
        }
        if (now == null) {
            throw new OperationFailedException(TEXT.get("partiql.none", write.table(), key.toJson()), TEXT.get("partiql.none.remedy"));
        }
        TypedValue.Members before = TypedItems.values(now);
        Set<String> touched = new LinkedHashSet<>();
        boolean verified = false;
        int end;
        @Nullable Item after = null;
        if (write instanceof WriteStatement.Update update) {
            update.assignments().forEach(assignment -> touched.add(assignment.path().attribute()));
            update.removals().stream().map(AttributePath::attribute).forEach(touched::add);
            after = TypedItems.item(UpdateEvaluator.apply(update, before));
            verified = !update.returning();
            end = update.whereEnd();
        } else {
            end = ((WriteStatement.Delete) write).whereEnd();
        }
        touched.addAll(before.values().keySet());
        key.names().forEach(touched::remove);
        List<TypedValue> values = new ArrayList<>(parameters);
        String conditions = conditions(touched, before.values(), statement.text().length() + RETURNING.length(), values);
        String text = statement.text().substring(0, end) + conditions + (verified ? RETURNING : statement.text().substring(end));
        return new PlannedWrite(text, values, key, now, after, verified);
    }

    static OperationFailedException exists(String table, Item key) {
        return new OperationFailedException(TEXT.get("partiql.exists", table, key.toJson()), TEXT.get("partiql.exists.remedy"));
    }

    /** The change as the journal records it. */
    Change change() {
        return new Change(key.toJson(), before == null ? null : before.toJson(), after == null ? null : after.toJson());
    }

    /** Conditions on as many attributes as fit, those that the statement changes first. */
    private static String conditions(Set<String> names, Map<String, TypedValue> before, int length, List<TypedValue> parameters) {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            @Nullable TypedValue value = before.get(name);
            String condition = " AND \"" + name.replace("\"", "\"\"") + "\" " + (value == null ? "IS MISSING" : "= ?");
            if (text.length() + condition.length() > MOST_CONDITIONS
                    || length + text.length() + condition.length() > PartiqlStatement.MOST_CHARACTERS) {
                break;
            }
            text.append(condition);
            if (value != null) {
                parameters.add(value);
            }
        }
        return text.toString();
    }
}

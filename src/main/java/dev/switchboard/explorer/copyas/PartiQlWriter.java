package dev.switchboard.explorer.copyas;

import dev.switchboard.dynamodb.expression.AttributePath;
import dev.switchboard.dynamodb.expression.Comparison;
import dev.switchboard.dynamodb.expression.Filter;
import dev.switchboard.dynamodb.expression.Operand;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.read.KeyCondition;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes plans and writes as PartiQL statements, as far as DynamoDB's PartiQL can say them. */
final class PartiQlWriter {
    private static final Messages TEXT = Messages.of(PartiQlWriter.class);
    private static final int LONGEST = 8_192;

    private PartiQlWriter() {}

    /** @throws InvalidInputException if no statement means the same, with the reason */
    static String write(ReadPlan plan) {
        if (plan.limit() > 0) {
            throw impossible("limit");
        }
        if (plan.strong()) {
            throw impossible("strong");
        }
        StringBuilder out = new StringBuilder("SELECT ");
        out.append(plan.projection().isEmpty()
                ? "*"
                : plan.projection().stream().map(PartiQlWriter::projected).collect(Collectors.joining(", ")));
        out.append(" FROM ").append(PartiQlConditions.name(plan.table()));
        if (plan.index() != null) {
            out.append('.').append(PartiQlConditions.name(plan.index()));
        }
        List<Filter> conditions = new ArrayList<>();
        KeyCondition key = plan.key();
        if (key != null) {
            conditions.add(key.filter());
        }
        if (plan.filter() != null) {
            conditions.add(plan.filter());
        }
        if (!conditions.isEmpty()) {
            out.append(" WHERE ").append(conditions.stream().map(PartiQlConditions::condition).collect(Collectors.joining(" AND ")));
        }
        if (key != null && plan.descending()) {
            if (key.sortKey() == null) {
                throw impossible("order");
            }
            out.append(" ORDER BY ").append(PartiQlConditions.name(key.sortKey())).append(" DESC");
        }
        return checked(out.append('\n').toString());
    }

    /** @throws InvalidInputException likewise */
    static String write(List<ItemWrite> writes) {
        return writes.stream().map(PartiQlWriter::write).map(PartiQlWriter::checked).collect(Collectors.joining());
    }

    private static String write(ItemWrite write) {
        String table = PartiQlConditions.name(write.table());
        return switch (write) {
            // INSERT fails where the item exists, which is the condition of the put.
            case ItemWrite.Put(String _, Item item, Filter _) ->
                "INSERT INTO " + table + " VALUE " + PartiQlConditions.value(TypedItems.values(item)) + "\n";
            case ItemWrite.Delete(String _, Item key, Filter condition) ->
                "DELETE FROM " + table + " WHERE " + PartiQlConditions.condition(condition) + "\n";
            case ItemWrite.Update update -> {
                StringBuilder out = new StringBuilder("UPDATE ").append(table);
                update.set().forEach((name, value) -> out.append(" SET ").append(PartiQlConditions.name(name)).append(" = ")
                        .append(PartiQlConditions.value(value)));
                update.remove().forEach(name -> out.append(" REMOVE ").append(PartiQlConditions.name(name)));
                yield out.append(" WHERE ")
                        .append(PartiQlConditions.condition(new Filter.And(List.of(key(update.key()), update.condition()))))
                        .append('\n').toString();
            }
        };
    }

    private static Filter key(Item key) {
        List<Filter> parts = new ArrayList<>();
        for (String name : key.names()) {
            TypedValue value = Objects.requireNonNull(TypedItems.value(key, name));
            parts.add(new Filter.Compare(Operand.attribute(name), Comparison.EQUAL, new Operand.Literal(value)));
        }
        return parts.size() == 1 ? parts.getFirst() : new Filter.And(parts);
    }

    private static String projected(AttributePath path) {
        if (!path.isAttribute()) {
            // The response has such a value as an attribute of its own, not at its place in the item.
            throw impossible("path");
        }
        return PartiQlConditions.path(path);
    }

    private static String checked(String statement) {
        if (statement.length() > LONGEST) {
            throw impossible("long");
        }
        return statement;
    }

    static InvalidInputException impossible(String why) {
        return new InvalidInputException(
                "no_partiql", TEXT.get("copy.partiql", TEXT.get("copy.partiql." + why)), TEXT.get("copy.partiql.remedy"));
    }
}

package dev.switchboard.explorer.copyas;

import dev.switchboard.dynamodb.expression.Comparison;
import dev.switchboard.dynamodb.expression.Expression;
import dev.switchboard.dynamodb.expression.ExpressionWriter;
import dev.switchboard.dynamodb.expression.Filter;
import dev.switchboard.dynamodb.expression.Operand;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Maps plans, writes and statements to requests. */
final class RequestMapper {
    private RequestMapper() {}

    static ServiceRequest of(ReadPlan plan) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        parameters.put("TableName", new Parameter.Text(plan.table()));
        if (plan.index() != null) {
            parameters.put("IndexName", new Parameter.Text(plan.index()));
        }
        ExpressionWriter writer = new ExpressionWriter();
        if (plan.key() != null) {
            parameters.put("KeyConditionExpression", new Parameter.Text(writer.write(plan.key().filter())));
        }
        if (plan.filter() != null) {
            parameters.put("FilterExpression", new Parameter.Text(writer.write(plan.filter())));
        }
        if (!plan.projection().isEmpty()) {
            parameters.put("ProjectionExpression", new Parameter.Text(writer.write(plan.projection())));
        }
        addPlaceholders(parameters, writer);
        if (plan.descending()) {
            parameters.put("ScanIndexForward", new Parameter.Flag(false));
        }
        if (plan.strong()) {
            parameters.put("ConsistentRead", new Parameter.Flag(true));
        }
        // With a limit, segments would only read items that are then not returned.
        int segments = plan.isQuery() || plan.limit() > 0 ? 1 : plan.segments();
        return new ServiceRequest(
                plan.isQuery() ? "Query" : "Scan", parameters, new ServiceRequest.Reading.Pages(plan.limit(), segments));
    }

    static ServiceRequest of(String statement) {
        boolean reads = statement.strip().toUpperCase(Locale.ROOT).startsWith("SELECT");
        return new ServiceRequest(
                "ExecuteStatement",
                Map.of("Statement", new Parameter.Text(statement)),
                reads ? new ServiceRequest.Reading.Tokens() : new ServiceRequest.Reading.Nothing());
    }

    static ServiceRequest of(List<ItemWrite> writes) {
        if (writes.size() == 1) {
            Parameter.Structure single = structure(writes.getFirst());
            return ServiceRequest.write(single.shape() + "Item", single.members());
        }
        List<Parameter.Structure> actions = writes.stream()
                .map(RequestMapper::structure)
                .map(action -> new Parameter.Structure("TransactWriteItem", Map.of(action.shape(), action)))
                .toList();
        return ServiceRequest.write("TransactWriteItems", Map.of("TransactItems", new Parameter.Structures(actions)));
    }

    private static Parameter.Structure structure(ItemWrite write) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        parameters.put("TableName", new Parameter.Text(write.table()));
        ExpressionWriter writer = new ExpressionWriter();
        String shape = switch (write) {
            case ItemWrite.Put(String table, Item item, Filter condition) -> {
                parameters.put("Item", new Parameter.Values(TypedItems.values(item).values()));
                yield "Put";
            }
            case ItemWrite.Delete(String table, Item key, Filter condition) -> {
                parameters.put("Key", new Parameter.Values(TypedItems.values(key).values()));
                yield "Delete";
            }
            case ItemWrite.Update update -> {
                parameters.put("Key", new Parameter.Values(TypedItems.values(update.key()).values()));
                parameters.put("UpdateExpression", new Parameter.Text(expression(update, writer)));
                yield "Update";
            }
        };
        parameters.put("ConditionExpression", new Parameter.Text(writer.write(write.condition())));
        addPlaceholders(parameters, writer);
        return new Parameter.Structure(shape, parameters);
    }

    private static String expression(ItemWrite.Update update, ExpressionWriter writer) {
        List<String> clauses = new ArrayList<>();
        if (!update.set().isEmpty()) {
            List<String> sets = new ArrayList<>();
            // An assignment is written as a comparison is.
            update.set().forEach((name, value) -> sets.add(writer.write(
                    new Filter.Compare(Operand.attribute(name), Comparison.EQUAL, new Operand.Literal(value)))));
            clauses.add("SET " + String.join(", ", sets));
        }
        if (!update.remove().isEmpty()) {
            clauses.add("REMOVE " + writer.write(update.removedPaths()));
        }
        return String.join(" ", clauses);
    }

    private static void addPlaceholders(Map<String, Parameter> parameters, ExpressionWriter writer) {
        Expression all = writer.expression("");
        if (!all.names().isEmpty()) {
            parameters.put("ExpressionAttributeNames", new Parameter.Names(all.names()));
        }
        Map<String, TypedValue> values = TypedItems.values(all.values()).values();
        if (!values.isEmpty()) {
            parameters.put("ExpressionAttributeValues", new Parameter.Values(values));
        }
    }
}

package dev.switchboard.explorer.query;

import dev.switchboard.dynamodb.expression.ExpressionClauses;
import dev.switchboard.dynamodb.expression.ExpressionClauses.Clause;
import dev.switchboard.dynamodb.expression.ExpressionParser;
import dev.switchboard.dynamodb.expression.Filter;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.read.KeyCondition;
import dev.switchboard.dynamodb.read.KeyConditions;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses the text of a query or scan that {@link PlanPrinter} prints. Clauses may have any order after the first, and any case. */
public final class PlanParser {
    private static final Messages TEXT = Messages.of(PlanParser.class);
    private static final long MOST_ITEMS = 1_000_000_000;

    private PlanParser() {}

    /** Returns the table that a text names, for reading its keys before the whole is parsed; null if it names none. */
    public static @Nullable String table(String text) {
        try {
            Clause first = ExpressionClauses.split(text).getFirst();
            return (first.word().equals("query") || first.word().equals("scan")) && !first.name().isEmpty() ? first.name() : null;
        } catch (InvalidInputException e) {
            return null;
        }
    }

    /**
     * Parses a text.
     *
     * @param table the table that the text names, which tells its keys; null if it is not known yet, then the first equality of the key
     *     condition counts as that of the partition key
     * @param parameters the values of placeholders such as {@code :group}
     * @throws InvalidInputException if the text is not valid, with the position of the first error
     */
    public static ReadPlan parse(String text, @Nullable TableDetails table, Map<String, TypedValue> parameters) {
        List<Clause> clauses = ExpressionClauses.split(text);
        Clause first = clauses.getFirst();
        boolean query = first.word().equals("query");
        if ((!query && !first.word().equals("scan")) || first.name().isEmpty()) {
            throw first.bad(TEXT.get("plan.first"));
        }
        ReadPlan plan = ReadPlan.scan(first.name());
        @Nullable Clause where = null;
        for (Clause clause : clauses.subList(1, clauses.size())) {
            if (clause.word().equals("where")) {
                where = clause;
            } else {
                plan = apply(plan, clause, parameters);
            }
        }
        if (query != (where != null)) {
            throw first.bad(TEXT.get(query ? "plan.where.missing" : "plan.where.scan"));
        }
        return where == null ? plan : plan.where(key(plan, where, table, parameters));
    }

    private static ReadPlan apply(ReadPlan plan, Clause clause, Map<String, TypedValue> parameters) {
        return switch (clause.word()) {
            case "index" -> plan.on(named(clause));
            case "filter" -> plan.filtered(ExpressionParser.parse(clause.body(), Map.of(), parameters));
            case "attributes" -> plan.projected(ExpressionParser.parsePaths(clause.body(), Map.of()));
            case "descending" -> plan.descending(alone(clause));
            case "strong" -> plan.strong(alone(clause));
            case "limit" -> plan.limited(whole(clause, MOST_ITEMS));
            case "segments" -> plan.segmented((int) whole(clause, ScanOptions.MOST_SEGMENTS));
            case "rate" -> plan.rated(rate(clause));
            default -> throw clause.bad(TEXT.get("plan.first"));
        };
    }

    private static String named(Clause clause) {
        if (clause.name().isEmpty()) {
            throw clause.bad(TEXT.get("plan.index"));
        }
        return clause.name();
    }

    private static boolean alone(Clause clause) {
        if (!clause.body().isBlank()) {
            throw clause.bad(TEXT.get("plan.alone"));
        }
        return true;
    }

    private static long whole(Clause clause, long most) {
        String text = clause.body().strip();
        if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) < 1 || Long.parseLong(text) > most) {
            throw clause.bad(TEXT.get("plan.whole", most));
        }
        return Long.parseLong(text);
    }

    private static double rate(Clause clause) {
        String text = clause.body().strip();
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            throw clause.bad(TEXT.get("plan.rate"));
        }
        return Double.parseDouble(text);
    }

    private static KeyCondition key(ReadPlan plan, Clause where, @Nullable TableDetails table, Map<String, TypedValue> parameters) {
        Filter filter = ExpressionParser.parse(where.body(), Map.of(), parameters);
        @Nullable List<KeyAttribute> keys = table == null ? null : KeyConditions.keys(table, plan.index());
        return KeyConditionReader.read(filter, keys, where);
    }
}

package dev.switchboard.explorer.query;

import dev.switchboard.dynamodb.expression.AttributePath;
import dev.switchboard.dynamodb.expression.ExpressionPrinter;
import dev.switchboard.dynamodb.read.ReadPlan;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Prints a query or scan as a text with a clause on each line, which {@link PlanParser} reads. */
public final class PlanPrinter {
    private PlanPrinter() {}

    /** Returns the text of a plan; what has its default value is left out. */
    public static String print(ReadPlan plan) {
        StringBuilder text = new StringBuilder(plan.isQuery() ? "QUERY " : "SCAN ").append(quoted(plan.table()));
        if (plan.index() != null) {
            text.append(" INDEX ").append(quoted(plan.index()));
        }
        if (plan.key() != null) {
            text.append("\nWHERE ").append(ExpressionPrinter.print(plan.key().filter()));
        }
        if (plan.filter() != null) {
            text.append("\nFILTER ").append(ExpressionPrinter.print(plan.filter()));
        }
        if (!plan.projection().isEmpty()) {
            text.append("\nATTRIBUTES ").append(paths(plan.projection()));
        }
        return text.append(options(plan)).toString();
    }

    private static String options(ReadPlan plan) {
        StringBuilder text = new StringBuilder();
        if (plan.descending()) {
            text.append(" DESCENDING");
        }
        if (plan.limit() > 0) {
            text.append(" LIMIT ").append(plan.limit());
        }
        if (plan.strong()) {
            text.append(" STRONG");
        }
        if (plan.segments() > 1) {
            text.append(" SEGMENTS ").append(plan.segments());
        }
        if (plan.rate() >= 0) {
            text.append(" RATE ").append(BigDecimal.valueOf(plan.rate()).stripTrailingZeros().toPlainString());
        }
        return text.isEmpty() ? "" : "\n" + text.toString().strip();
    }

    private static String paths(List<AttributePath> paths) {
        return paths.stream().map(AttributePath::toString).collect(Collectors.joining(", "));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}

package dev.switchboard.transfer;

import dev.switchboard.dynamodb.expression.Expression;
import dev.switchboard.dynamodb.expression.ExpressionWriter;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.scan.ItemSelection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Selects the items of a plan for an export or a copy. */
public final class PlanSelections {
    private PlanSelections() {}

    /**
     * Returns the items that a plan selects. Its limit, its order and the strength of its reads are not part of a selection: all items that match
     * are read.
     *
     * @param projected whether only the attributes of the plan's projection are read; otherwise whole items
     */
    public static ItemSelection of(ReadPlan plan, boolean projected) {
        ExpressionWriter writer = new ExpressionWriter();
        @Nullable String key = plan.key() == null ? null : writer.write(plan.key().filter());
        @Nullable String filter = plan.filter() == null ? null : writer.write(plan.filter());
        // One text, which begins with a placeholder, so that it is taken as it is.
        List<String> projection =
                projected && !plan.projection().isEmpty() ? List.of(writer.write(plan.projection())) : List.of();
        Expression all = writer.expression("");
        return new ItemSelection(plan.index(), key, filter, all.names(), all.values(), projection);
    }
}

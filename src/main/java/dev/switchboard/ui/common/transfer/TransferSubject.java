package dev.switchboard.ui.common.transfer;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.scan.ItemSelection;
import dev.switchboard.text.Messages;
import dev.switchboard.transfer.PlanSelections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items that an export or a copy is about.
 *
 * @param what what they are, in words, such as {@code 3 selected items of orders}
 * @param whole what selects the whole items
 * @param shown what selects the attributes that a query shows
 * @param plan what estimates the cost of reading them; null if nothing of the whole table or index is read
 * @param about how many items were selected; negative if that is not known
 */
public record TransferSubject(
        String table, String what, List<ItemSelection> whole, List<ItemSelection> shown, @Nullable ReadPlan plan, long about) {
    private static final Messages TEXT = Messages.of(TransferSubject.class);

    public TransferSubject {
        whole = List.copyOf(whole);
        shown = List.copyOf(shown);
    }

    /** All items of a table. */
    public static TransferSubject table(String table) {
        List<ItemSelection> all = List.of(ItemSelection.ALL);
        return new TransferSubject(table, TEXT.get("subject.table", table), all, all, ReadPlan.scan(table), -1);
    }

    /** All items that a plan selects, without its limit. An export has the attributes of its projection; a copy has whole items. */
    public static TransferSubject plan(ReadPlan plan) {
        boolean all = !plan.isQuery() && plan.filter() == null;
        String subject = plan.index() == null ? plan.table() : plan.table() + "/" + plan.index();
        String what = TEXT.get(all ? "subject.table" : plan.isQuery() ? "subject.query" : "subject.scan", subject);
        return new TransferSubject(
                plan.table(),
                plan.limit() > 0 ? what + " " + TEXT.get("subject.limit", plan.limit()) : what,
                List.of(PlanSelections.of(plan, false)),
                List.of(PlanSelections.of(plan, true)),
                plan.isQuery() ? null : plan,
                -1);
    }

    /**
     * Single items, which are read again as a whole.
     *
     * @param keys their keys, with the key attributes only; at least one
     */
    public static TransferSubject items(String table, List<Item> keys) {
        List<ItemSelection> selections = List.of(ItemSelection.keys(keys));
        return new TransferSubject(table, TEXT.get("subject.items", keys.size(), table), selections, selections, null, keys.size());
    }

    /** The items of selections, such as of a conversation. */
    public static TransferSubject selections(String table, String what, List<ItemSelection> selections) {
        return new TransferSubject(table, what, selections, selections, null, -1);
    }

    /** Whether it can be read in several segments. */
    boolean isScan() {
        return whole.size() == 1 && whole.getFirst().isScan();
    }
}

package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.explorer.edit.AttributeChange;
import dev.switchboard.explorer.edit.StagedEdit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of the comparison of an edit.
 *
 * @param path the attribute, with what is inside of it
 * @param read the value as it was read, as a short text; empty if it was missing
 * @param edited the value after the edit
 * @param current the value now, where another user or process changed the item; empty if it is missing or nothing is known
 */
record DiffRow(String path, String read, String edited, String current) {
    /** Returns what differs between the item as it was read and as it was edited. */
    static List<DiffRow> of(StagedEdit staged) {
        return staged.changes().stream()
                .map(change -> new DiffRow(change.path(), text(change.before()), text(change.after()), ""))
                .toList();
    }

    /** Returns what differs between any two of the item as it was read, as it was edited, and as it is now. */
    static List<DiffRow> of(StagedEdit staged, @Nullable Item now) {
        Map<String, DiffRow> rows = new LinkedHashMap<>();
        TypedValue.@Nullable Members read = values(staged.edit().expected());
        TypedValue.@Nullable Members present = values(now);
        Map<String, AttributeChange> theirs = new LinkedHashMap<>();
        AttributeChange.between(read, present).forEach(change -> theirs.put(change.path(), change));
        for (AttributeChange mine : staged.changes()) {
            @Nullable AttributeChange their = theirs.remove(mine.path());
            rows.put(mine.path(), new DiffRow(
                    mine.path(), text(mine.before()), text(mine.after()), text(their == null ? mine.before() : their.after())));
        }
        theirs.forEach((path, their) -> rows.put(path, new DiffRow(
                path, text(their.before()), staged.edit().item() == null ? "" : text(their.before()), text(their.after()))));
        return List.copyOf(rows.values());
    }

    private static TypedValue.@Nullable Members values(@Nullable Item item) {
        return item == null ? null : TypedItems.values(item);
    }

    private static String text(@Nullable TypedValue value) {
        return value == null ? "" : ValueText.typed(value);
    }
}

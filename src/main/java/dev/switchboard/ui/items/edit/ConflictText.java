package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.edit.EditResult;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a conflict in words: the item, and each attribute that differs, as it was read, edited, and is now. */
final class ConflictText {
    private static final Messages TEXT = Messages.of(ConflictText.class);
    private static final int MOST = 6;

    private ConflictText() {}

    static String of(StagedRow row) {
        EditResult.@Nullable Conflict conflict = row.conflict();
        List<String> lines = new ArrayList<>();
        lines.add(KeyText.of(row.staged().key()));
        if (conflict == null || conflict.now() == null) {
            lines.add(TEXT.get("conflict.gone"));
            return String.join("\n", lines);
        }
        List<DiffRow> rows = DiffRow.of(row.staged(), conflict.now());
        rows.stream().limit(MOST).forEach(diff -> lines.add(TEXT.get(
                "conflict.line", diff.path(), shown(diff.read()), shown(diff.edited()), shown(diff.current()))));
        if (rows.size() > MOST) {
            lines.add(TEXT.get("conflict.more", rows.size() - MOST));
        }
        return String.join("\n", lines);
    }

    private static String shown(String value) {
        return value.isEmpty() ? TEXT.get("value.missing") : value;
    }
}

package dev.switchboard.ui.common.transfer;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.explorer.edit.AttributeChange;
import dev.switchboard.text.Messages;
import dev.switchboard.transfer.ImportReport;
import dev.switchboard.transfer.ItemDifference;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The first items of a file beside those of the table, as rows of a list, and the attributes that differ. */
final class ImportDifferences {
    private static final Messages TEXT = Messages.of(ImportDifferences.class);

    /** What an item of the file is beside the table. */
    enum Kind {
        CREATED, CHANGED, SAME, REJECTED
    }

    /**
     * A row: an item, or a rejected record.
     *
     * @param text its key, or the place and the reason
     * @param source the item in the file and in the table; null where there is nothing to compare
     */
    record Difference(Kind kind, String text, @Nullable ItemDifference source) {
        /** The attributes that differ, compared only when they are shown, because an item can have 400 KB. */
        List<AttributeChange> changes() {
            if (source == null) {
                return List.of();
            }
            @Nullable Item before = source.before();
            return AttributeChange.between(before == null ? null : TypedItems.values(before), TypedItems.values(source.after()));
        }
    }

    private ImportDifferences() {}

    /** Returns the rows of one kind. */
    static List<Difference> of(ImportReport report, Kind kind) {
        return switch (kind) {
            case SAME -> report.same().stream().map(key -> new Difference(kind, words(key), null)).toList();
            case REJECTED -> report.problems().stream().map(problem -> new Difference(kind, problem, null)).toList();
            case CREATED, CHANGED -> report.differences().stream()
                    .filter(each -> (each.before() == null) == (kind == Kind.CREATED))
                    .map(each -> new Difference(kind, words(each.key()), each))
                    .toList();
        };
    }

    /** How many rows there are in all, of which {@link #of} has the first. */
    static long count(ImportFormViewModel form, Kind kind) {
        return switch (kind) {
            case CREATED -> form.created();
            case CHANGED -> form.changed();
            case SAME -> form.unchanged();
            case REJECTED -> form.found().rejected();
        };
    }

    static String title(Kind kind, long count) {
        return TEXT.get("diff." + kind.name().toLowerCase(Locale.ROOT), count);
    }

    private static String words(Item key) {
        return key.names().stream().map(key::display).collect(Collectors.joining(" · "));
    }
}

package dev.switchboard.cli.tables;

import dev.switchboard.cli.invocation.Json;
import dev.switchboard.explorer.compare.ItemComparison;
import dev.switchboard.explorer.compare.KeyDifference;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats how the items of two tables differ. */
final class ItemComparisonFormatter {
    private static final Messages TEXT = Messages.of(ItemComparisonFormatter.class);

    private ItemComparisonFormatter() {}

    static Map<String, @Nullable Object> json(ItemComparison found) {
        return Json.object(
                "left", found.leftItems(), "right", found.rightItems(), "onlyLeft", found.onlyLeft(), "onlyRight", found.onlyRight(),
                "changed", found.changed(), "notCompared", found.unread(), "consumedReadCapacity", found.consumedReadCapacity(),
                "keys", found.listed().stream()
                        .map(each -> Json.object("difference", code(each.kind()), "key", new Json.Raw(each.key().toJson())))
                        .toList());
    }

    private static String code(KeyDifference.Kind kind) {
        return switch (kind) {
            case ONLY_LEFT -> "onlyLeft";
            case ONLY_RIGHT -> "onlyRight";
            case CHANGED -> "changed";
        };
    }

    static List<String> lines(ItemComparison found) {
        List<String> lines = new ArrayList<>();
        lines.add(found.isEqual()
                ? TEXT.get("tables.compare.items.same", found.leftItems())
                : TEXT.get("tables.compare.items", found.leftItems(), found.rightItems(), found.onlyLeft(), found.onlyRight(),
                        found.changed()));
        found.listed().forEach(each -> lines.add(
                TEXT.get("tables.compare.items." + each.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')) + " "
                        + each.key().toJson()));
        long all = found.onlyLeft() + found.onlyRight() + found.changed();
        if (all > found.listed().size()) {
            lines.add(TEXT.get("tables.compare.items.more", all - found.listed().size()));
        }
        if (found.unread() > 0) {
            lines.add(TEXT.get("tables.compare.items.unread", found.unread()));
        }
        return lines;
    }
}

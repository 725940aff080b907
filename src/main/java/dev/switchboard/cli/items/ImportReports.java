package dev.switchboard.cli.items;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.text.Messages;
import dev.switchboard.transfer.ImportReport;
import dev.switchboard.transfer.ItemDifference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prints what an import or a copy did. */
public final class ImportReports {
    private static final Messages TEXT = Messages.of(ImportReports.class);
    private static final int MOST_LINES = 20;

    private ImportReports() {}

    /** Prints the report, and returns the exit status. */
    public static int print(Invocation invocation, String table, ImportReport report, boolean dryRun) {
        if (invocation.json()) {
            Map<String, @Nullable Object> document = Json.object(
                    "read", report.read(),
                    "written", report.written(),
                    "replaced", report.replaced(),
                    "skipped", report.skipped(),
                    "rejected", report.rejected());
            if (dryRun) {
                document.put("unchanged", report.unchanged());
                document.put("dryRun", true);
            } else {
                document.put("resumed", report.resumed());
                document.put("change", report.change());
            }
            invocation.print(document);
        } else {
            invocation.print(TEXT.get(dryRun ? "import.dry" : "import.report", report.read(), report.written(), report.replaced(),
                    report.skipped(), report.rejected(), table, report.unchanged()));
            differences(invocation, report.differences());
        }
        report.problems().stream().limit(MOST_LINES).forEach(invocation::note);
        if (report.change() != null && report.written() > 0) {
            invocation.note(TEXT.get("change.undo", report.change()));
        }
        return report.rejected() > 0 ? ExitStatus.FINDINGS : ExitStatus.DONE;
    }

    private static void differences(Invocation invocation, List<ItemDifference> differences) {
        differences.stream().limit(MOST_LINES).forEach(each -> {
            @Nullable Item before = each.before();
            invocation.print((before == null ? "+ " : "~ ") + each.key().toJson());
            if (before != null) {
                attributes(invocation, before, each.after());
            }
        });
        if (differences.size() > MOST_LINES) {
            invocation.print(TEXT.get("import.dry.more"));
        }
    }

    /** Prints the attributes that differ, each as it is in the table and as it is in the file. */
    private static void attributes(Invocation invocation, Item before, Item after) {
        Set<String> names = new LinkedHashSet<>(before.names());
        names.addAll(after.names());
        for (String name : names) {
            Item old = before.only(List.of(name));
            Item now = after.only(List.of(name));
            if (!old.equals(now)) {
                line(invocation, "    - ", old);
                line(invocation, "    + ", now);
            }
        }
    }

    private static void line(Invocation invocation, String sign, Item attribute) {
        if (!attribute.names().isEmpty()) {
            invocation.print(sign + attribute.toJson());
        }
    }
}

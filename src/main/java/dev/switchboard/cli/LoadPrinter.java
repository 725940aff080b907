package dev.switchboard.cli;

import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.seeding.load.LoadPlan;
import dev.switchboard.seeding.load.LoadResult;
import dev.switchboard.seeding.load.LoadSpec;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints the plan and the result of a synthetic load. */
final class LoadPrinter {
    private static final Messages TEXT = Messages.of(LoadPrinter.class);

    private LoadPrinter() {}

    static void print(Invocation invocation, LoadPlan plan) {
        LoadSpec spec = plan.spec();
        @Nullable Duration least = plan.leastTime();
        if (invocation.json()) {
            Map<String, @Nullable Object> document = document(spec);
            document.put("items", spec.items());
            document.put("estimatedBytes", plan.estimatedBytes());
            document.put("estimatedWriteUnits", plan.estimatedWriteUnits());
            document.put("leastSeconds", least == null ? null : least.toSeconds());
            document.put("exists", plan.repeated());
            document.put("stoppedAt", plan.isResumable() ? plan.stoppedAt() : null);
            document.put("dryRun", true);
            invocation.print(document);
            return;
        }
        invocation.print(TEXT.get("load.would", spec.users(), spec.groups(), spec.messages(), spec.items(), plan.table()));
        invocation.print(TEXT.get("load.estimate", plan.estimatedBytes(), plan.estimatedWriteUnits()));
        if (least != null) {
            invocation.print(TEXT.get("load.least-time", plan.rate(), least.toSeconds()));
        }
        if (plan.isResumable()) {
            invocation.note(TEXT.get("load.resumable", plan.stoppedAt()));
        } else if (plan.repeated()) {
            invocation.note(TEXT.get("load.exists"));
        }
    }

    static void print(Invocation invocation, LoadResult result) {
        if (invocation.json()) {
            Map<String, @Nullable Object> document = document(result.spec());
            document.put("usersAdded", result.usersAdded());
            document.put("resumedAt", result.resumedAt());
            document.put("written", result.written());
            document.put("unchanged", result.unchanged());
            document.put("skipped", result.skipped());
            document.put("change", result.change().isEmpty() ? null : result.change());
            invocation.print(document);
            return;
        }
        invocation.print(TEXT.get("load.users", result.usersAdded(), result.spec().users() - result.usersAdded()));
        invocation.print(TEXT.get("load.items", result.written(), result.unchanged()));
        if (result.skipped() > 0) {
            invocation.note(TEXT.get("load.skipped", result.skipped()));
        }
    }

    private static Map<String, @Nullable Object> document(LoadSpec spec) {
        return Json.object(
                "users", spec.users(),
                "groups", spec.groups(),
                "messages", spec.messages(),
                "randomSeed", spec.randomSeed());
    }
}

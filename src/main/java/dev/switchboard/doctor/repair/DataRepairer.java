package dev.switchboard.doctor.repair;

import dev.switchboard.conversations.MessagesTableReader;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.doctor.data.Findings;
import dev.switchboard.doctor.inspection.DataServices;
import dev.switchboard.dynamodb.edit.EditResult;
import dev.switchboard.dynamodb.edit.EditStreamCommitter;
import dev.switchboard.dynamodb.edit.EditStreamReport;
import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.dynamodb.item.ParallelTasks;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import dev.switchboard.users.UserSync;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Repairs the findings of the checks of the data. Thread-safe; each call blocks. */
public final class DataRepairer {
    private static final Messages TEXT = Messages.of(DataRepairer.class);
    private static final int BATCH = 64;
    private static final int THREADS = 8;
    private final DataServices services;
    private final EditStreamCommitter committer;
    private final CognitoIdRepair cognitoIds;

    public DataRepairer(DataServices services, EditStreamCommitter committer, UserSync sync) {
        this.services = services;
        this.committer = committer;
        cognitoIds = new CognitoIdRepair(sync);
    }

    /**
     * Determines what the repair of findings would write, and writes nothing. Each finding is read again.
     *
     * @param consumer receives one result for each finding, in their order, on the calling thread
     * @throws InvalidInputException if the findings of the check cannot be repaired
     */
    public void preview(DataCheck check, Findings findings, RepairChoice choice, Consumer<PlannedRepair> consumer, Progress progress) {
        check(check);
        if (!check.readsItems()) {
            cognitoIds.preview(findings, consumer, progress);
            return;
        }
        long[] done = {0};
        planned(check, findings, choice, progress, batch -> {
            batch.forEach(planned -> consumer.accept(planned.told()));
            done[0] += batch.size();
            progress.advance(done[0], findings.count());
        });
    }

    /**
     * Repairs findings as one change, each write on the condition that its item is as it was read for the repair, and checks them again.
     *
     * @return what was done, also if it was canceled or failed after the first write
     * @throws dev.switchboard.failure.OperationRefusedException if the environment is locked; nothing was written
     * @throws InvalidInputException if the findings of the check cannot be repaired
     */
    public RepairReport repair(DataCheck check, Findings findings, RepairChoice choice, Progress progress) {
        check(check);
        if (!check.readsItems()) {
            return cognitoIds.repair(findings, progress);
        }
        RepairOutcomes outcomes = new RepairOutcomes();
        if (findings.count() == 0) {
            return outcomes.report(0, List.of(), 0, null);
        }
        String what = TEXT.get("journal.repair", check.id(), findings.count());
        long[] done = {0};
        EditStreamReport report = committer.commit(services.messagesTable(), "doctor repair", what,
                part -> planned(check, findings, choice, progress, batch -> {
                    write(check, choice, batch, part, outcomes);
                    done[0] += batch.size();
                    progress.advance(done[0], findings.count());
                    if (part.hasEnded()) {
                        throw new OperationCancelledException(TEXT.get("remains.stopped"), null);
                    }
                }), progress);
        List<String> changes = report.edits() == 0 ? List.of() : List.of(report.change());
        boolean whole = !report.canceled() && report.problem() == null;
        return outcomes.report(findings.count(), changes, report.written(), whole ? null : report.failure());
    }

    private static void check(DataCheck check) {
        if (!check.repairable()) {
            throw new InvalidInputException(
                    "repair_none", TEXT.get("repair.none", check.id()), TEXT.get("repair.none." + check.id()));
        }
    }

    /** A finding with the plan of its repair. */
    private record Planned(Finding finding, ItemPlan plan) {
        PlannedRepair told() {
            return switch (plan) {
                case ItemPlan.Edits(List<ItemEdit> edits) when edits.isEmpty() -> new PlannedRepair.Gone(finding);
                case ItemPlan.Edits(List<ItemEdit> edits) -> new PlannedRepair.Writes(finding, PlannedWrites.of(edits));
                case ItemPlan.Gone() -> new PlannedRepair.Gone(finding);
                case ItemPlan.Impossible(String reason) -> new PlannedRepair.Impossible(finding, reason);
            };
        }

        List<ItemEdit> edits() {
            return plan instanceof ItemPlan.Edits(List<ItemEdit> edits) ? edits : List.of();
        }
    }

    private void planned(
            DataCheck check, Findings findings, RepairChoice choice, Progress progress, Consumer<List<Planned>> consumer) {
        ItemRepair repair = ItemRepairs.of(check, reader(), choice);
        List<Finding> waiting = new ArrayList<>(BATCH);
        findings.forEach(finding -> {
            waiting.add(finding);
            if (waiting.size() == BATCH) {
                progress.stopIfCancelled();
                consumer.accept(plan(repair, waiting));
                waiting.clear();
            }
        });
        if (!waiting.isEmpty()) {
            progress.stopIfCancelled();
            consumer.accept(plan(repair, waiting));
        }
    }

    private RepairReader reader() {
        MessagesTableReader items = new MessagesTableReader(services.items(), services.messagesTable());
        return new RepairReader(items, services.users());
    }

    private static List<Planned> plan(ItemRepair repair, List<Finding> findings) {
        @Nullable Planned[] plans = new Planned[findings.size()];
        ParallelTasks.run(Math.min(THREADS, plans.length), thread -> {
            for (int i = thread; i < plans.length; i += THREADS) {
                plans[i] = new Planned(findings.get(i), repair.plan(findings.get(i)));
            }
        });
        return List.copyOf(Arrays.asList(plans));
    }

    private void write(
            DataCheck check, RepairChoice choice, List<Planned> batch, EditStreamCommitter.PartWriter part, RepairOutcomes outcomes) {
        List<ItemEdit> edits = new ArrayList<>();
        batch.forEach(planned -> edits.addAll(planned.edits()));
        List<EditResult> results = edits.isEmpty() ? List.of() : part.write(edits);
        boolean ended = results.stream().anyMatch(EditResult.NotSent.class::isInstance);
        ItemRepair again = ItemRepairs.of(check, reader(), choice);
        int from = 0;
        for (Planned planned : batch) {
            List<EditResult> own = results.subList(from, from + planned.edits().size());
            from += own.size();
            if (planned.plan() instanceof ItemPlan.Impossible(String reason)) {
                outcomes.remains(planned.finding(), reason);
            } else if (own.stream().allMatch(EditResult.Written.class::isInstance)) {
                recheck(again, planned.finding(), ended, outcomes);
            } else {
                outcomes.remains(planned.finding(),
                        own.stream().map(DataRepairer::reason).filter(text -> !text.isEmpty()).findFirst().orElse(""));
            }
        }
    }

    /** What was written is checked again, unless the repair is being stopped. */
    private static void recheck(ItemRepair repair, Finding finding, boolean ended, RepairOutcomes outcomes) {
        if (ended || !(repair.plan(finding) instanceof ItemPlan.Edits(List<ItemEdit> left)) || left.isEmpty()) {
            outcomes.repaired();
        } else {
            outcomes.remains(finding, TEXT.get("remains.again"));
        }
    }

    private static String reason(EditResult result) {
        return switch (result) {
            case EditResult.Written written -> "";
            case EditResult.Conflict conflict -> TEXT.get("remains.changed");
            case EditResult.Rejected(String sentence) -> sentence;
            case EditResult.Unanswered(String sentence) -> sentence;
            case EditResult.NotSent unsent -> TEXT.get("remains.stopped");
        };
    }
}

package dev.switchboard.ui.overview.repair;

import dev.switchboard.doctor.HealthChecker;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Findings;
import dev.switchboard.doctor.repair.RepairChoice;
import dev.switchboard.doctor.repair.RepairReport;
import dev.switchboard.failure.Explanation;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.JobViewModel;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.UndoHandler;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The repair of findings of one check: first what it would write, then the repair itself. JavaFX thread only. */
public final class DataRepairViewModel {
    private static final Messages TEXT = Messages.of(DataRepairViewModel.class);
    private static final int MOST_REASONS = 10;
    private final UiContext context;
    private final HealthChecker doctor;
    private final DataCheck check;
    private final Findings findings;
    private final LongConsumer ended;
    private final LatestJobRunner planning;
    private final LatestJobRunner repairing;
    private final ObjectProperty<RepairChoice> choice = new SimpleObjectProperty<>(RepairChoice.OLDER);
    private final ReadOnlyObjectWrapper<@Nullable RepairPlan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Explanation> failure = new ReadOnlyObjectWrapper<>();

    /**
     * Creates a repair that is not planned yet.
     *
     * @param findings those to repair, which can be read until the repair has ended
     * @param ended told of the number of findings that were repaired when the repair has ended, and when it was undone
     */
    public DataRepairViewModel(UiContext context, HealthChecker doctor, DataCheck check, Findings findings, LongConsumer ended) {
        this.context = context;
        this.doctor = doctor;
        this.check = check;
        this.findings = findings;
        this.ended = ended;
        planning = context.jobs().slot();
        repairing = context.jobs().slot();
        choice.addListener((observable, old, now) -> plan());
    }

    DataCheck check() {
        return check;
    }

    /** The number of findings to repair. */
    long count() {
        return findings.count();
    }

    /** Whether the operator decides which of two groups stays. */
    boolean needsChoice() {
        return check == DataCheck.GROUP_DUPLICATE;
    }

    /** Which of two groups stays; another choice is planned anew. */
    ObjectProperty<RepairChoice> choiceProperty() {
        return choice;
    }

    /** What the repair would do; null until that is known. */
    ReadOnlyObjectProperty<@Nullable RepairPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** Why there is no plan; null if there is one or it is being made. */
    ReadOnlyObjectProperty<@Nullable Explanation> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty planningProperty() {
        return planning.runningProperty();
    }

    /** Whether the repair is under way. */
    public ReadOnlyBooleanProperty repairingProperty() {
        return repairing.runningProperty();
    }

    ReadOnlyObjectProperty<@Nullable JobViewModel> planningJobProperty() {
        return planning.jobProperty();
    }

    ReadOnlyObjectProperty<@Nullable JobViewModel> repairingJobProperty() {
        return repairing.jobProperty();
    }

    /** Reads each finding again and determines what its repair would write. */
    public void plan() {
        plan.set(null);
        failure.set(null);
        RepairChoice chosen = choice.get();
        planning.start(
                TEXT.get("plan.job", check.title()),
                progress -> {
                    RepairPlan made = new RepairPlan();
                    doctor.preview(check, findings, chosen, made::add, progress);
                    return made;
                },
                plan::set,
                failure::set);
    }

    /** Repairs what can be repaired; in prd after the name of the table or database was typed. */
    public void repair() {
        @Nullable RepairPlan now = plan.get();
        if (now == null || now.repairable() == 0 || repairing.runningProperty().get() || !agreed(now)) {
            return;
        }
        RepairChoice chosen = choice.get();
        repairing.start(
                TEXT.get("repair.job", check.title()),
                progress -> doctor.repair(check, findings, chosen, progress),
                this::done,
                explanation -> {
                    context.dialogs().error(explanation);
                    plan();
                });
    }

    private boolean agreed(RepairPlan now) {
        Session session = context.session();
        if (!session.environment().policy().confirmsDestruction()) {
            return true;
        }
        String target = check.readsItems() ? session.settings().messagesTable() : session.environment().code();
        String text = TEXT.get("repair.ask", now.repairable(), now.written(), target);
        return context.dialogs()
                .confirmTyped(TEXT.get("title", check.title()), text, target, TEXT.get("repair", now.repairable()))
                .filter(target::equals)
                .isPresent();
    }

    private void done(RepairReport report) {
        if (report.changes().isEmpty()) {
            context.notices().done(report.summary());
        } else {
            UndoHandler undo = new UndoHandler(context);
            undo.offer(report.summary(), report.changes().getFirst(), () -> ended.accept(-report.repaired()));
        }
        if (report.failure() != null || report.remainingCount() > 0) {
            context.dialogs().info(TEXT.get("partly"), words(report));
        }
        ended.accept(report.repaired());
    }

    /** What was done, why it ended early, and why findings remain. */
    private String words(RepairReport report) {
        StringBuilder text = new StringBuilder(report.summary());
        if (report.failure() != null) {
            Explanation why = context.jobs().explain(report.failure());
            text.append("\n\n").append(why.remedy() == null ? why.sentence() : why.sentence() + " " + why.remedy());
        }
        if (!report.remaining().isEmpty()) {
            text.append("\n\n").append(report.remaining().stream()
                    .limit(MOST_REASONS)
                    .map(remaining -> remaining.finding().detail() + " " + remaining.reason())
                    .collect(Collectors.joining("\n")));
        }
        return text.toString();
    }

    /** Asks the repair to stop; what it has written until then is told, with Undo. */
    void stop() {
        repairing.stop();
    }

    /** Stops planning; a repair goes on and is told of. */
    public void close() {
        planning.cancel();
    }
}

package dev.switchboard.doctor;

import dev.switchboard.doctor.data.CheckGroup;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Findings;
import dev.switchboard.doctor.inspection.DataDoctor;
import dev.switchboard.doctor.inspection.DataServices;
import dev.switchboard.doctor.repair.DataRepairer;
import dev.switchboard.doctor.repair.PlannedRepair;
import dev.switchboard.doctor.repair.RepairChoice;
import dev.switchboard.doctor.repair.RepairReport;
import dev.switchboard.dynamodb.edit.EditStreamCommitter;
import dev.switchboard.dynamodb.read.ReadEstimate;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the health checks and their repairs. */
public final class HealthChecker {
    private static final Logger LOG = LoggerFactory.getLogger(HealthChecker.class);
    private static final Messages TEXT = Messages.of(HealthChecker.class);
    private static final Map<String, String> REPAIR_OF_CHECK = Map.of(
            "messages-table", "create-table",
            "schema", "db-setup",
            "users", "db-seed",
            "cognito-ids", "users-sync",
            "conversation", "seed-conversation");

    private final List<Check> checks;
    private final DataServices dataServices;
    private final DataChecks dataChecks;
    private final DataRepairer dataRepairs;
    private final RepairRunner repairs;
    private final FailureExplainer explanations;

    /** @param edits writes the repairs of items */
    public HealthChecker(
            HealthCheckServices services, DataServices dataServices, EditStreamCommitter edits, FailureExplainer explanations) {
        checks = new HealthChecks(services).all();
        this.dataServices = dataServices;
        dataChecks = new DataChecks(new DataDoctor(dataServices), () -> services.tables().find(services.messagesTable()), explanations);
        dataRepairs = new DataRepairer(dataServices, edits, services.sync());
        repairs = new RepairRunner(services);
        this.explanations = explanations;
    }

    /** What a check of everything reads and costs, in sentences. Reads the size of the messages table, which is up to six hours old. */
    public String fullCost() {
        ReadEstimate estimate = dataServices.plans().estimate(ReadPlan.scan(dataServices.messagesTable()));
        return TEXT.get("full.cost", Objects.requireNonNull(estimate).text());
    }

    /**
     * Runs the checks of the environment in order. A check that needs a failed check is skipped.
     *
     * @param onResult called with each result on the calling thread
     * @throws OperationCancelledException if it was stopped on request
     */
    public List<CheckResult> check(Progress progress, Consumer<CheckResult> onResult) {
        return environment(Set.of(), progress, onResult);
    }

    /**
     * Runs checks: those of the environment in order, and then those of the data. A check that needs a failed check is skipped.
     *
     * @param onResult called with each result on the calling thread; the results of the checks of the data arrive together
     * @return the results of what was asked for and what it failed for; the caller closes it
     * @throws InvalidInputException if an ID is not that of a check
     * @throws OperationCancelledException if it was stopped on request
     */
    public DoctorReport check(CheckScope scope, Progress progress, Consumer<CheckResult> onResult) {
        checkIds(scope.ids());
        Set<DataCheck> data = EnumSet.noneOf(DataCheck.class);
        Arrays.stream(DataCheck.values()).filter(check -> scope.ids().isEmpty() || scope.ids().contains(check.id())).forEach(data::add);
        Set<String> needed = new HashSet<>(scope.ids());
        data.forEach(check -> needed.addAll(DataChecks.needs(check)));
        if (needed.remove(StreamConsumerCheck.ID)) {
            needed.addAll(DataChecks.needs(DataChecks.CONSUMER));
        }
        Predicate<CheckResult> asked =
                result -> scope.ids().isEmpty() || scope.ids().contains(result.id()) || !result.state().passed();
        List<CheckResult> environment = environment(scope.ids().isEmpty() ? Set.of() : needed, progress, result -> {
            if (asked.test(result)) {
                onResult.accept(result);
            }
        });
        Map<String, CheckResult> byId = new HashMap<>();
        environment.forEach(result -> byId.put(result.id(), result));
        boolean consumer = scope.ids().isEmpty() || scope.ids().contains(StreamConsumerCheck.ID);
        DoctorReport report = dataChecks.run(data, consumer, scope, byId, progress);
        report.results().forEach(onResult);
        List<CheckResult> all = new ArrayList<>(environment.stream().filter(asked).toList());
        all.addAll(report.results());
        return new DoctorReport(all, report.summary(), report.files());
    }

    private void checkIds(Set<String> ids) {
        List<String> known = new ArrayList<>(checks.stream().map(Check::id).toList());
        known.add(StreamConsumerCheck.ID);
        Arrays.stream(DataCheck.values()).map(DataCheck::id).forEach(known::add);
        ids.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new InvalidInputException(
                    "check_unknown", TEXT.get("check.unknown", Quote.of(id)), TEXT.get("check.unknown.remedy", String.join(", ", known)));
        });
    }

    /** @param ids the checks to run, with those that they need; empty for all */
    private List<CheckResult> environment(Set<String> ids, Progress progress, Consumer<CheckResult> onResult) {
        Set<String> wanted = new HashSet<>(ids);
        for (Check check : checks.reversed()) {
            if (wanted.contains(check.id())) {
                wanted.addAll(check.needs());
            }
        }
        List<CheckResult> results = new ArrayList<>();
        Map<String, CheckResult> byId = new HashMap<>();
        for (Check check : checks) {
            if (!ids.isEmpty() && !wanted.contains(check.id())) {
                continue;
            }
            progress.stopIfCancelled();
            progress.step(check.title());
            progress.advance(results.size(), checks.size());
            CheckResult result = run(check, byId, progress);
            results.add(result);
            byId.put(result.id(), result);
            onResult.accept(result);
        }
        return results;
    }

    private CheckResult run(Check check, Map<String, CheckResult> earlier, Progress progress) {
        long started = System.nanoTime();
        Optional<CheckResult> prerequisite = check.needs().stream()
                .map(earlier::get)
                .filter(Objects::nonNull)
                .filter(result -> !result.state().passed())
                .findFirst();
        if (prerequisite.isPresent()) {
            return result(check, new CheckFinding(CheckState.SKIPPED, TEXT.get("skipped", prerequisite.get().title()), null), started);
        }
        try {
            return result(check, check.probe().apply(progress), started);
        } catch (OperationCancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            progress.stopIfCancelled();
            Explanation explanation = explanations.of(e);
            if (!explanation.expected()) {
                LOG.error("unexpected failure in check {}", check.id(), e);
            }
            @Nullable String remedy = explanation.remedy();
            String detail = remedy == null ? explanation.sentence() : explanation.sentence() + " " + remedy;
            return result(check, CheckFinding.failed(detail, null), started);
        }
    }

    private static CheckResult result(Check check, CheckFinding finding, long started) {
        @Nullable Repair repair = finding.repair();
        return new CheckResult(
                check.id(),
                check.title(),
                CheckGroup.ENVIRONMENT,
                finding.state(),
                finding.detail(),
                repair == null ? null : repair.id(),
                repair == null ? null : repair.title(),
                Duration.ofNanos(System.nanoTime() - started),
                Findings.NONE);
    }

    /**
     * Determines what the repair of findings would write, and writes nothing. Each finding is read again.
     *
     * @param consumer receives one result for each finding
     */
    public void preview(DataCheck check, Findings findings, RepairChoice choice, Consumer<PlannedRepair> consumer, Progress progress) {
        dataRepairs.preview(check, findings, choice, consumer, progress);
    }

    /**
     * Repairs findings, each write on the condition that its item is as it was read for the repair, and checks them again.
     *
     * @return what was done, also if it was canceled or failed after the first write
     * @throws dev.switchboard.failure.OperationRefusedException if the environment is locked; nothing was written
     */
    public RepairReport repair(DataCheck check, Findings findings, RepairChoice choice, Progress progress) {
        return dataRepairs.repair(check, findings, choice, progress);
    }

    /**
     * Runs a repair.
     *
     * @param repairId the ID in a {@link CheckResult}, or the ID of the check
     * @return a sentence that says what was done
     * @throws InvalidInputException if the repair is not valid
     */
    public String repair(String repairId, Progress progress) {
        return repairs.run(Repair.of(REPAIR_OF_CHECK.getOrDefault(repairId, repairId)), progress);
    }
}

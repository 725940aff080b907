package dev.switchboard.doctor;

import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
    private final RepairRunner repairs;
    private final FailureExplainer explanations;

    public HealthChecker(HealthCheckServices services, FailureExplainer explanations) {
        checks = new HealthChecks(services).all();
        repairs = new RepairRunner(services);
        this.explanations = explanations;
    }

    /**
     * Runs all checks in order. A check that needs a failed check is skipped.
     *
     * @param onResult called with each result on the calling thread
     * @throws OperationCancelledException if it was stopped on request
     */
    public List<CheckResult> check(Progress progress, Consumer<CheckResult> onResult) {
        List<CheckResult> results = new ArrayList<>();
        Map<String, CheckResult> byId = new HashMap<>();
        for (Check check : checks) {
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
                .filter(result -> result.state() == CheckState.FAILED || result.state() == CheckState.SKIPPED)
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
                finding.state(),
                finding.detail(),
                repair == null ? null : repair.id(),
                repair == null ? null : repair.title(),
                Duration.ofNanos(System.nanoTime() - started));
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

package dev.switchboard.dynamodb.partiql;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.text.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of several statements.
 *
 * @param results one for each statement, in their order
 * @param consumedReadCapacity read capacity units of all; 0 where the engine does not report them
 * @param consumedWriteCapacity write capacity units of all; 0 where the engine does not report them
 */
public record StatementReport(List<StatementResult> results, double consumedReadCapacity, double consumedWriteCapacity) {
    private static final Messages TEXT = Messages.of(StatementReport.class);

    public StatementReport {
        results = List.copyOf(results);
    }

    /** Returns the report of statements that were run one by one. */
    public static StatementReport of(List<StatementResult> results) {
        double read = 0;
        double write = 0;
        for (StatementResult result : results) {
            switch (result) {
                case StatementResult.Selected selected -> read += selected.consumedReadCapacity();
                case StatementResult.Written written -> write += written.consumedWriteCapacity();
                case StatementResult.Failed _, StatementResult.NotRun _ -> {}
            }
        }
        return new StatementReport(results, read, write);
    }

    /** The number of statements that were done. */
    public long done() {
        return results.stream()
                .filter(result -> result instanceof StatementResult.Selected || result instanceof StatementResult.Written)
                .count();
    }

    /** How many statements were done, how many failed, and how many were not run. */
    public String summary() {
        long failed = results.stream().filter(StatementResult.Failed.class::isInstance).count();
        return TEXT.get("partiql.summary", done(), results.size(), failed, results.size() - done() - failed);
    }

    /** Returns this report as a failure: that of the only statement, or one that counts them; null if all were done. */
    public @Nullable Failure failure() {
        if (done() == results.size()) {
            return null;
        }
        if (results.size() == 1 && results.getFirst() instanceof StatementResult.Failed(Failure failure)) {
            return failure;
        }
        boolean written = results.stream().anyMatch(StatementResult.Written.class::isInstance);
        return written
                ? new PartialCompletionException(summary(), TEXT.get("partiql.summary.remedy"))
                : new OperationFailedException(summary(), TEXT.get("partiql.summary.remedy"));
    }
}

package dev.switchboard.explorer.copyas;

import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.explorer.edit.StagedEdit;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.List;

/** Writes queries, scans, statements and writes as text to run elsewhere. What reads goes through all pages. */
public final class CopyAs {
    private static final Messages TEXT = Messages.of(CopyAs.class);
    private static final int MOST_WRITES = 100;

    private CopyAs() {}

    /**
     * Returns a query or scan as text. Its rate is not part of it.
     *
     * @throws InvalidInputException if it cannot be written so, with the reason
     */
    public static String of(ReadPlan plan, CopyTarget target, ClientSettings settings) {
        return target == CopyTarget.PARTIQL ? PartiQlWriter.write(plan) : write(RequestMapper.of(plan), target, settings);
    }

    /**
     * Returns staged edits as text: one request, which is a transaction if there are several writes. In PartiQL, each write is a statement.
     * Like the commit, the writes are conditional on the items being as they were read.
     *
     * @param edits at least one, each of which changes something
     * @throws InvalidInputException if they cannot be written so, with the reason
     */
    public static String of(String table, List<StagedEdit> edits, CopyTarget target, ClientSettings settings) {
        List<ItemWrite> writes = edits.stream().flatMap(edit -> ItemWrite.of(table, edit).stream()).toList();
        if (target == CopyTarget.PARTIQL) {
            return PartiQlWriter.write(writes);
        }
        if (writes.size() > MOST_WRITES) {
            throw new InvalidInputException(
                    "copy_too_many", TEXT.get("copy.writes", writes.size(), MOST_WRITES), TEXT.get("copy.writes.remedy", MOST_WRITES));
        }
        return write(RequestMapper.of(writes), target, settings);
    }

    /** Returns a PartiQL statement as text. */
    public static String of(String statement, CopyTarget target, ClientSettings settings) {
        return target == CopyTarget.PARTIQL ? statement : write(RequestMapper.of(statement), target, settings);
    }

    private static String write(ServiceRequest request, CopyTarget target, ClientSettings settings) {
        return switch (target) {
            case AWS_CLI -> new AwsCliWriter(settings).write(request);
            case JAVA -> new JavaWriter(settings).write(request);
            case BOTO3 -> new PythonWriter(settings).write(request);
            case JAVASCRIPT -> new JavaScriptWriter(settings).write(request);
            case PARTIQL -> throw new IllegalArgumentException("not a request");
        };
    }
}

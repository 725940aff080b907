package dev.switchboard.postgres.dump;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.postgres.dump.program.ClientProgram;
import dev.switchboard.text.Messages;
import dev.switchboard.text.SecretMasker;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Puts into words why a program of PostgreSQL failed. */
final class ProgramFailures {
    private static final Messages TEXT = Messages.of(ProgramFailures.class);
    private static final int LONGEST = 1_000;

    private ProgramFailures() {}

    static OperationFailedException of(Path program, ClientProgram run, PostgresUrl url, @Nullable Throwable cause) {
        String name = program.getFileName().toString();
        String password = url.hasPassword() ? url.password() : "";
        String errors = SecretMasker.text(run.errors());
        String safe = password.isEmpty() ? errors : errors.replace(password, "•••");
        String shown = safe.length() > LONGEST ? safe.substring(0, LONGEST) + "…" : safe;
        String sentence = TEXT.get("program.failed", name, shown);
        String remedy = TEXT.get("program.failed.remedy", program);
        return cause == null ? new OperationFailedException(sentence, remedy) : new OperationFailedException(sentence, remedy, cause);
    }

    static OperationFailedException unstartable(Path program, Throwable cause) {
        return new OperationFailedException(TEXT.get("program.unstartable", program, String.valueOf(cause.getMessage())),
                TEXT.get("program.unstartable.remedy"), cause);
    }
}

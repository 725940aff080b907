package dev.switchboard.postgres.admin;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.PostgresFixture;

/** A script, run by one login. */
final class Attack {
    private static final int LONGEST_REASON = 160;
    private final SqlBlock block;
    private final String login;
    private final PostgresFixture prd;
    private String outcome = "";

    Attack(SqlBlock block, String login, PostgresFixture prd) {
        this.block = block;
        this.login = login;
        this.prd = prd;
    }

    void run() {
        outcome = outcome(prd, block.script());
    }

    boolean isRefused() {
        return outcome.startsWith("refused");
    }

    boolean isLeftOut() {
        return outcome.isEmpty();
    }

    /** A row of the report. */
    String line() {
        return block.database() + ": " + block.title() + " | " + login + " | " + outcome;
    }

    /** Runs a script; returns who prevented it, if anybody. */
    static String outcome(PostgresFixture prd, String script) {
        try {
            new SqlRunner(prd.database).run(script, Progress.NONE);
            return "ran, read only";
        } catch (OperationRefusedException | InvalidInputException e) {
            return "refused by us: " + reason(e);
        } catch (Failure e) {
            return "rejected by the server: " + reason(e);
        } catch (RuntimeException | StackOverflowError e) {
            return "failed: " + reason(e);
        }
    }

    private static String reason(Throwable e) {
        String text = String.valueOf(e.getMessage()).replaceAll("[\\p{Cntrl}\\s]+", " ");
        return text.substring(0, Math.min(text.length(), LONGEST_REASON));
    }
}

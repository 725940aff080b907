package dev.switchboard.settings;

import dev.switchboard.journal.WriteLock;
import java.time.InstantSource;

/**
 * What an environment means: the one place that knows how prd differs from dev.
 *
 * @param environment the environment that it applies to
 * @param lockRequired whether it opens locked, and each unlocking requires its code to be typed
 * @param confirmsDestruction whether what weakens or destroys requires the name of the target, and a repair a confirmation
 * @param costShownFirst whether the estimated cost of a read of a whole table is shown before it starts
 * @param readShare the share of a table's provisioned read capacity that a scan uses by default; 0 for no cap
 * @param localDefaults whether local engines are used where the settings name nothing else
 * @param verifiedTls whether a database connection verifies the server's certificate unless its URL says otherwise
 * @param accounts whether an AWS account and a principal belong to it
 */
public record EnvironmentPolicy(
        Environment environment,
        boolean lockRequired,
        boolean confirmsDestruction,
        boolean costShownFirst,
        double readShare,
        boolean localDefaults,
        boolean verifiedTls,
        boolean accounts) {
    private static final EnvironmentPolicy DEV = new EnvironmentPolicy(Environment.DEV, false, false, false, 0, true, false, false);
    private static final EnvironmentPolicy PRD = new EnvironmentPolicy(Environment.PRD, true, true, true, 0.5, false, true, true);

    /** The policy of an environment. */
    public static EnvironmentPolicy of(Environment environment) {
        return switch (environment) {
            case DEV -> DEV;
            case PRD -> PRD;
        };
    }

    /** A lock as this environment requires it, closed where one is required. */
    public WriteLock newLock(InstantSource clock) {
        return new WriteLock(environment.code(), lockRequired, clock);
    }
}

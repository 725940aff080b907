package dev.switchboard.settings;

import dev.switchboard.journal.WriteLock;
import java.time.InstantSource;

/**
 * The rules of an environment: the only class that knows how prd differs from dev.
 *
 * @param environment the environment that the rules apply to
 * @param lockRequired whether the session opens locked, and unlocking it requires its code to be typed
 * @param confirmsDestruction whether a destructive operation requires the name of its target, and a repair a confirmation
 * @param costShownFirst whether the estimated cost of a full table scan is shown before it starts
 * @param readShare the share of a table's provisioned read capacity that a scan or a backup uses by default; 0 for no limit
 * @param writeShare the share of a table's provisioned write capacity that a restore uses by default; 0 for no limit
 * @param localDefaults whether local engines are used if the settings name no other
 * @param verifiedTls whether a database connection verifies the server's certificate unless its URL says otherwise
 * @param syntheticData whether synthetic users and messages may be written
 * @param accounts whether the environment has an AWS account and a principal
 */
public record EnvironmentPolicy(
        Environment environment,
        boolean lockRequired,
        boolean confirmsDestruction,
        boolean costShownFirst,
        double readShare,
        double writeShare,
        boolean localDefaults,
        boolean verifiedTls,
        boolean syntheticData,
        boolean accounts) {
    private static final EnvironmentPolicy DEV =
            new EnvironmentPolicy(Environment.DEV, false, false, false, 0, 0, true, false, true, false);
    private static final EnvironmentPolicy PRD =
            new EnvironmentPolicy(Environment.PRD, true, true, true, 0.5, 0.5, false, true, false, true);

    /** The policy of an environment. */
    public static EnvironmentPolicy of(Environment environment) {
        return switch (environment) {
            case DEV -> DEV;
            case PRD -> PRD;
        };
    }

    /** Creates the write lock of this environment, locked if the environment requires it. */
    public WriteLock newLock(InstantSource clock) {
        return new WriteLock(environment.code(), lockRequired, clock);
    }
}

package dev.switchboard.journal;

import org.jspecify.annotations.Nullable;

/**
 * The table or database that a change was made in.
 *
 * @param system {@code DynamoDB} or {@code PostgreSQL}
 * @param target the table name, or the host, port and name of the database
 * @param endpoint the endpoint URL; null for AWS and for a database
 * @param account the AWS account ID; null if there is none or it is not known
 * @param region the AWS region; null if there is none
 * @param tableId DynamoDB's ID of the table, which a new table with the same name does not have; null if not reported
 */
public record ChangeTarget(
        String system,
        String target,
        @Nullable String endpoint,
        @Nullable String account,
        @Nullable String region,
        @Nullable String tableId) {
    /** The system of a database. */
    public static final String POSTGRESQL = "PostgreSQL";

    /** The system of the journal itself. */
    public static final String JOURNAL = "Journal";

    /** Creates a target for a database. */
    public static ChangeTarget database(String target) {
        return new ChangeTarget(POSTGRESQL, target, null, null, null, null);
    }

    /** Whether both refer to the same table or database, as far as known. A local engine may have moved to another port. */
    public boolean isSame(ChangeTarget other) {
        if (!system.equals(other.system) || !withoutLocalPort(target).equals(withoutLocalPort(other.target))) {
            return false;
        }
        if (tableId != null && tableId.equals(other.tableId)) {
            return true;
        }
        return same(endpoint, other.endpoint) && same(region, other.region) && same(account, other.account);
    }

    /** Ignores the port of a local database: its rows have UUIDs that no other database has. */
    private static String withoutLocalPort(String target) {
        return target.replaceFirst("^(127\\.0\\.0\\.1|localhost|\\[::1]):\\d+/", "local/");
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equals(other);
    }

    /** A one-line description, such as {@code DynamoDB cruddur-messages · 123456789012 · eu-central-1}. */
    public String summary() {
        StringBuilder summary = new StringBuilder(system).append(' ').append(target);
        if (endpoint != null) {
            return summary.append(" · ").append(endpoint).toString();
        }
        if (account != null) {
            summary.append(" · ").append(account);
        }
        if (region != null) {
            summary.append(" · ").append(region);
        }
        return summary.toString();
    }
}

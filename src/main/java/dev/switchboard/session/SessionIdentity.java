package dev.switchboard.session;

import dev.switchboard.settings.Environment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The servers and identities of a session, as the header shows them. A value that could not be determined is null, and the activity
 * log has the failure.
 *
 * @param engine the DynamoDB engine, such as “dynoxide 1.2.1”; “AWS” in prd
 * @param endpoint the host and port of DynamoDB; null for the AWS endpoint
 * @param account the AWS account ID, 12 digits; null for a local engine
 * @param region the AWS region; null for a local engine
 * @param principal the last part of the caller's ARN, such as {@code role/ops/anna}; null for a local engine
 * @param addresses where the requests of DynamoDB, Cognito and PostgreSQL go, in this order
 * @param database the host, port and name of the database; null if it did not answer
 * @param role the database role
 */
public record SessionIdentity(
        Environment environment,
        String engine,
        @Nullable String endpoint,
        @Nullable String account,
        @Nullable String region,
        @Nullable String principal,
        List<ServiceAddress> addresses,
        @Nullable String database,
        @Nullable String role) {
    public SessionIdentity {
        addresses = List.copyOf(addresses);
    }

    /** Whether it is known who makes changes in AWS, or that none are made there. */
    public boolean identified() {
        return !environment.policy().accounts() || principal != null || addresses.getFirst().foreign();
    }
}

package dev.switchboard.session;

import dev.switchboard.settings.Environment;
import org.jspecify.annotations.Nullable;

/**
 * Where a session is and who it is there, as the header shows it. What could not be found out is null, and the failure is in
 * the activity.
 *
 * @param engine what answers as DynamoDB, such as “dynoxide 1.2.1”; “AWS” in prd
 * @param endpoint host and port of DynamoDB; null for AWS's own
 * @param account the AWS account id, 12 digits; null at a local engine
 * @param region the AWS region; null at a local engine
 * @param principal the last part of the caller's ARN, such as {@code role/ops/anna}; null at a local engine
 * @param database host, port and name of the database
 * @param role the database role
 */
public record SessionIdentity(
        Environment environment,
        String engine,
        @Nullable String endpoint,
        @Nullable String account,
        @Nullable String region,
        @Nullable String principal,
        @Nullable String database,
        @Nullable String role) {}

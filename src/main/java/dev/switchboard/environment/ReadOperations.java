package dev.switchboard.environment;

import java.util.Map;
import java.util.Set;

/**
 * The operations that only read, by service. What is not on this list counts as a write, so that an operation nobody has
 * classified is refused while the lock is closed.
 */
final class ReadOperations {
    private static final Map<String, Set<String>> BY_SERVICE = Map.of(
            "DynamoDB",
            Set.of(
                    "BatchGetItem",
                    "DescribeBackup",
                    "DescribeContinuousBackups",
                    "DescribeContributorInsights",
                    "DescribeEndpoints",
                    "DescribeExport",
                    "DescribeImport",
                    "DescribeKinesisStreamingDestination",
                    "DescribeLimits",
                    "DescribeTable",
                    "DescribeTimeToLive",
                    "GetItem",
                    "ListBackups",
                    "ListExports",
                    "ListImports",
                    "ListTables",
                    "ListTagsOfResource",
                    "Query",
                    "Scan",
                    "TransactGetItems"),
            "Cognito Identity Provider",
            Set.of("DescribeUserPool", "ListUserPools", "ListUsers"),
            "STS",
            Set.of("GetCallerIdentity"));

    private ReadOperations() {}

    static boolean contains(String service, String operation) {
        return BY_SERVICE.getOrDefault(service, Set.of()).contains(operation);
    }
}

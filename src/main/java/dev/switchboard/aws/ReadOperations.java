package dev.switchboard.aws;

import java.util.Map;
import java.util.Set;

/**
 * The read-only operations of each service. Any other operation counts as a write, so an operation that was not classified is
 * refused while the environment is locked.
 */
final class ReadOperations {
    private static final Map<AwsService, Set<String>> BY_SERVICE = Map.of(
            AwsService.DYNAMODB,
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
                    "GetResourcePolicy",
                    "ListBackups",
                    "ListContributorInsights",
                    "ListExports",
                    "ListImports",
                    "ListTables",
                    "ListTagsOfResource",
                    "Query",
                    "Scan",
                    "TransactGetItems"),
            AwsService.DYNAMODB_STREAMS,
            Set.of("DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"),
            AwsService.COGNITO,
            Set.of("DescribeUserPool", "ListUserPools", "ListUsers"),
            AwsService.STS,
            Set.of("GetCallerIdentity"));

    private ReadOperations() {}

    static boolean contains(AwsService service, String operation) {
        return BY_SERVICE.getOrDefault(service, Set.of()).contains(operation);
    }
}

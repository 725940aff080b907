package dev.switchboard.aws;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;

/**
 * The read-only operations of each service. Any other operation counts as a write, so an operation that was not classified is
 * refused while the environment is locked.
 */
final class ReadOperations {
    private static final Pattern SELECT = Pattern.compile("(?i)SELECT(?![A-Za-z0-9_$])");
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

    /** Whether a request reads only. A request of statements does if each of them begins with SELECT, also without a comment before it. */
    static boolean contains(AwsService service, String operation, SdkRequest request) {
        return switch (request) {
            case ExecuteStatementRequest one -> isSelect(one.statement());
            case BatchExecuteStatementRequest many ->
                !many.statements().isEmpty() && many.statements().stream().allMatch(one -> isSelect(one.statement()));
            default -> BY_SERVICE.getOrDefault(service, Set.of()).contains(operation);
        };
    }

    /** DynamoDB takes one statement at a time, so that nothing can follow the first. */
    private static boolean isSelect(@Nullable String statement) {
        return statement != null && SELECT.matcher(statement).lookingAt();
    }
}

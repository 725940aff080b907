package dev.switchboard.dynamodb.item;

import dev.switchboard.aws.AwsClients;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** Reads table names and descriptions. */
public final class TableReader {
    private static final String NOT_OFFERED = "UnknownOperationException";
    private static final String DENIED = "AccessDeniedException";
    private final AwsClients clients;

    public TableReader(AwsClients clients) {
        this.clients = clients;
    }

    /** Returns the names of all tables, from every page of the list. */
    public List<String> names() {
        return clients.dynamoDb().listTablesPaginator().tableNames().stream().toList();
    }

    /** Returns the description of a table; empty if the table does not exist. */
    public Optional<TableDescription> description(String name) {
        try {
            return Optional.of(clients.dynamoDb().describeTable(b -> b.tableName(name)).table());
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Whether a table has no item, by a strongly consistent read of one; false where it may not be scanned. */
    public static boolean isEmpty(DynamoDbClient client, String table) {
        try {
            ScanResponse first = client.scan(b -> b.tableName(table).limit(1).consistentRead(true));
            return first.items().isEmpty() && first.lastEvaluatedKey().isEmpty();
        } catch (DynamoDbException e) {
            if (code(e).equals(DENIED)) {
                return false;
            }
            throw e;
        }
    }

    /** Returns all details of a table; empty if the table does not exist. */
    public Optional<TableDetails> find(String name) {
        return description(name).map(table -> TableDescriptionMapper.details(table, pointInTimeRecovery(name), tags(table.tableArn())));
    }

    private @Nullable Boolean pointInTimeRecovery(String name) {
        try {
            PointInTimeRecoveryStatus status = clients.dynamoDb()
                    .describeContinuousBackups(b -> b.tableName(name))
                    .continuousBackupsDescription()
                    .pointInTimeRecoveryDescription()
                    .pointInTimeRecoveryStatus();
            return status == PointInTimeRecoveryStatus.ENABLED;
        } catch (DynamoDbException e) {
            if (isUnavailable(code(e))) {
                return null;
            }
            throw e;
        }
    }

    private Map<String, String> tags(String arn) {
        try {
            return tagsOrFail(arn);
        } catch (DynamoDbException e) {
            if (isUnavailable(code(e))) {
                return Map.of();
            }
            throw e;
        }
    }

    /** Returns the tags, and fails if they cannot be read, so that a caller does not lose them. Returns none if the engine does not support tags. */
    public Map<String, String> tagsOrFail(String arn) {
        try {
            return everyTag(arn);
        } catch (DynamoDbException e) {
            if (code(e).equals(NOT_OFFERED)) {
                return Map.of();
            }
            throw e;
        }
    }

    private Map<String, String> everyTag(String arn) {
        Map<String, String> tags = new LinkedHashMap<>();
        @Nullable String token = null;
        do {
            String from = token;
            ListTagsOfResourceResponse page = clients.dynamoDb().listTagsOfResource(b -> b.resourceArn(arn).nextToken(from));
            page.tags().forEach((Tag tag) -> tags.put(tag.key(), tag.value()));
            token = page.nextToken();
        } while (token != null && !token.isEmpty());
        return tags;
    }

    /**
     * Returns whether a detail is not available: the engine does not support the operation, the user has no permission, or the table was just
     * created or deleted. None of these is a reason to omit the table.
     */
    private static boolean isUnavailable(String code) {
        return switch (code) {
            case NOT_OFFERED, DENIED, "TableNotFoundException", "ResourceNotFoundException" -> true;
            default -> false;
        };
    }

    /** Returns whether the engine does not support the operation. */
    public static boolean isNotOffered(DynamoDbException thrown) {
        return code(thrown).equals(NOT_OFFERED);
    }

    /** Returns whether the user has no permission for the operation. */
    public static boolean isDenied(DynamoDbException thrown) {
        return code(thrown).equals(DENIED);
    }

    private static String code(DynamoDbException thrown) {
        return thrown.awsErrorDetails() == null ? "" : String.valueOf(thrown.awsErrorDetails().errorCode());
    }

    /** Returns the keys of a table, the partition key first. */
    static List<KeyAttribute> keys(DynamoDbClient client, String table) {
        return TableDescriptionMapper.keys(descriptionOrFail(client, table));
    }

    /** Returns the description of a table; fails if the table does not exist. */
    public static TableDescription descriptionOrFail(DynamoDbClient client, String table) {
        return client.describeTable(b -> b.tableName(table)).table();
    }

    /** Returns the description as a record, without the details that require further calls. */
    public static TableDetails detailsOrFail(DynamoDbClient client, String table) {
        return TableDescriptionMapper.details(descriptionOrFail(client, table), null, Map.of());
    }
}

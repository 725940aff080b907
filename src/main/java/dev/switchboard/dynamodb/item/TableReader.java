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
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** Reads what DynamoDB says about tables. */
public final class TableReader {
    private static final String NOT_OFFERED = "UnknownOperationException";
    private final AwsClients clients;

    public TableReader(AwsClients clients) {
        this.clients = clients;
    }

    /** Every page of names. */
    public List<String> names() {
        return clients.dynamoDb().listTablesPaginator().tableNames().stream().toList();
    }

    /** The description alone; empty where there is no such table. */
    public Optional<TableDescription> description(String name) {
        try {
            return Optional.of(clients.dynamoDb().describeTable(b -> b.tableName(name)).table());
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Everything about a table; empty where there is no such table. */
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
            if (isUnsaid(code(e))) {
                return null;
            }
            throw e;
        }
    }

    private Map<String, String> tags(String arn) {
        try {
            return tagsOrFail(arn);
        } catch (DynamoDbException e) {
            if (isUnsaid(code(e))) {
                return Map.of();
            }
            throw e;
        }
    }

    /** The tags; fails where they may not be read, for those who must not lose them. An engine that knows no tags has none. */
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
     * Whether the engine does not offer the question, or it may not be asked, or the table went away (or is not quite there) in between:
     * none of these is a reason to show no table at all.
     */
    private static boolean isUnsaid(String code) {
        return switch (code) {
            case NOT_OFFERED, "AccessDeniedException", "TableNotFoundException", "ResourceNotFoundException" -> true;
            default -> false;
        };
    }

    /** Whether the engine does not know the operation at all. */
    public static boolean isNotOffered(DynamoDbException thrown) {
        return code(thrown).equals(NOT_OFFERED);
    }

    private static String code(DynamoDbException thrown) {
        return thrown.awsErrorDetails() == null ? "" : String.valueOf(thrown.awsErrorDetails().errorCode());
    }

    /** A table's keys, the partition key first. */
    static List<KeyAttribute> keys(DynamoDbClient client, String table) {
        return TableDescriptionMapper.keys(descriptionOrFail(client, table));
    }

    /** The description alone; fails where there is no such table. */
    public static TableDescription descriptionOrFail(DynamoDbClient client, String table) {
        return client.describeTable(b -> b.tableName(table)).table();
    }

    /** The description as a record, without what other calls would tell. */
    public static TableDetails detailsOrFail(DynamoDbClient client, String table) {
        return TableDescriptionMapper.details(descriptionOrFail(client, table), null, Map.of());
    }
}

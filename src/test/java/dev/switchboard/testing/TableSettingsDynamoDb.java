package dev.switchboard.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An engine of the tests that also has what only AWS has: point-in-time recovery, contributor insights, Kinesis streams and resource
 * policies. They are kept by the name or the ARN of the table, and a deleted table leaves them, as it does not matter to a test.
 */
public final class TableSettingsDynamoDb implements AutoCloseable {
    private final InterceptingProxy proxy = new InterceptingProxy(TestEngines.dynamoDb());
    public final Map<String, Integer> recoveryDays = new ConcurrentHashMap<>();
    public final Map<String, Map<String, String>> insights = new ConcurrentHashMap<>();
    public final Map<String, Map<String, String>> kinesis = new ConcurrentHashMap<>();
    public final Map<String, String> policies = new ConcurrentHashMap<>();

    public TableSettingsDynamoDb() {
        proxy.instead("UpdateContinuousBackups", this::updateRecovery);
        proxy.instead("DescribeContinuousBackups", body -> described(name(body)));
        proxy.instead("UpdateContributorInsights", body -> {
            JsonNode request = json(body);
            of(insights, name(body)).put(request.path("IndexName").asText(""), request.path("ContributorInsightsMode").asText());
            return "{}";
        });
        proxy.instead("ListContributorInsights", this::listInsights);
        proxy.instead("EnableKinesisStreamingDestination", body -> {
            JsonNode request = json(body);
            of(kinesis, name(body)).put(
                    request.path("StreamArn").asText(),
                    request.at("/EnableKinesisStreamingConfiguration/ApproximateCreationDateTimePrecision").asText());
            return "{}";
        });
        proxy.instead("DescribeKinesisStreamingDestination", this::listKinesis);
        proxy.instead("PutResourcePolicy", body -> {
            policies.put(json(body).path("ResourceArn").asText(), json(body).path("Policy").asText());
            return "{\"RevisionId\":\"2\"}";
        });
        proxy.instead("DeleteResourcePolicy", body -> {
            policies.remove(json(body).path("ResourceArn").asText());
            return "{}";
        });
        proxy.instead("GetResourcePolicy", body -> {
            String found = policies.get(json(body).path("ResourceArn").asText());
            return found == null ? "{}" : FakeDynamoDbServer.JSON.createObjectNode().put("Policy", found).put("RevisionId", "1").toString();
        });
    }

    public InterceptingProxy proxy() {
        return proxy;
    }

    /** What a table had is gone with it. */
    public void forget(String table, String arn) {
        recoveryDays.remove(table);
        insights.remove(table);
        kinesis.remove(table);
        policies.keySet().removeIf(key -> key.startsWith(arn));
    }

    private static Map<String, String> of(Map<String, Map<String, String>> all, String table) {
        return all.computeIfAbsent(table, name -> new ConcurrentHashMap<>());
    }

    private String updateRecovery(String body) {
        JsonNode wanted = json(body).path("PointInTimeRecoverySpecification");
        if (wanted.path("PointInTimeRecoveryEnabled").asBoolean()) {
            recoveryDays.put(name(body), wanted.path("RecoveryPeriodInDays").asInt(35));
        } else {
            recoveryDays.remove(name(body));
        }
        return described(name(body));
    }

    private String described(String table) {
        Integer days = recoveryDays.get(table);
        return "{\"ContinuousBackupsDescription\":{\"ContinuousBackupsStatus\":\"ENABLED\",\"PointInTimeRecoveryDescription\":"
                + (days == null
                        ? "{\"PointInTimeRecoveryStatus\":\"DISABLED\"}"
                        : "{\"PointInTimeRecoveryStatus\":\"ENABLED\",\"RecoveryPeriodInDays\":" + days + "}")
                + "}}";
    }

    private String listInsights(String body) {
        ObjectNode answer = FakeDynamoDbServer.JSON.createObjectNode();
        ArrayNode all = answer.putArray("ContributorInsightsSummaries");
        of(insights, name(body)).forEach((index, mode) -> {
            ObjectNode one = all.addObject().put("TableName", name(body)).put("ContributorInsightsStatus", "ENABLED");
            one.put("ContributorInsightsMode", mode);
            if (!index.isEmpty()) {
                one.put("IndexName", index);
            }
        });
        return answer.toString();
    }

    private String listKinesis(String body) {
        ObjectNode answer = FakeDynamoDbServer.JSON.createObjectNode().put("TableName", name(body));
        ArrayNode all = answer.putArray("KinesisDataStreamDestinations");
        of(kinesis, name(body)).forEach((stream, precision) -> all.addObject()
                .put("StreamArn", stream)
                .put("DestinationStatus", "ACTIVE")
                .put("ApproximateCreationDateTimePrecision", precision));
        return answer.toString();
    }

    private static String name(String body) {
        return json(body).path("TableName").asText();
    }

    private static JsonNode json(String body) {
        try {
            return FakeDynamoDbServer.JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        proxy.close();
    }
}

package dev.switchboard.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.activity.ActivityLog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

class AwsCliCommandTest {
    @Test
    void aRequestIsWrittenWithTheNamesAndTypesThatTheCliReads() {
        PutItemRequest request = PutItemRequest.builder()
                .tableName("t")
                .item(Map.of("pk", AttributeValue.fromS("it's")))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
        assertThat(new AwsCliCommand(null, "ops", "eu-west-1").of(AwsService.DYNAMODB, "PutItem", request))
                .isEqualTo("aws dynamodb put-item --profile ops --region eu-west-1 --cli-input-json '{\"TableName\":\"t\","
                        + "\"Item\":{\"pk\":{\"S\":\"it'\\''s\"}},\"ReturnConsumedCapacity\":\"TOTAL\"}'");
    }

    @Test
    void binaryIsBase64AndASpaceInAProfileIsQuoted() {
        PutItemRequest request = PutItemRequest.builder()
                .item(Map.of("b", AttributeValue.fromB(SdkBytes.fromUtf8String("hi"))))
                .build();
        assertThat(new AwsCliCommand("http://127.0.0.1:8000", "my ops", null).of(AwsService.DYNAMODB, "PutItem", request))
                .isEqualTo("aws dynamodb put-item --endpoint-url http://127.0.0.1:8000 --profile 'my ops'"
                        + " --cli-input-json '{\"Item\":{\"b\":{\"B\":\"aGk=\"}}}'");
    }

    @Test
    void aCommandIsPutIntoWordsWhenItIsLookedAt() {
        PutItemRequest request = PutItemRequest.builder().tableName("t").item(Map.of("pk", AttributeValue.fromS("a"))).build();
        AwsCliCommand command = new AwsCliCommand(null, null, null);
        assertThat(command.later(AwsService.DYNAMODB, "PutItem", request, 60).text())
                .isEqualTo(command.of(AwsService.DYNAMODB, "PutItem", request))
                .contains("\"pk\":{\"S\":\"a\"}");
    }

    @Test
    void ofALargeRequestOnlyTheBeginningIsWritten() {
        String large = "x".repeat(400_000);
        PutItemRequest request = PutItemRequest.builder().tableName("t")
                .item(Map.of("pk", AttributeValue.fromS("a"), "l", AttributeValue.fromL(List.of(AttributeValue.fromS(large))))).build();
        AwsCliCommand command = new AwsCliCommand(null, null, null);
        assertThat(command.of(AwsService.DYNAMODB, "PutItem", request)).hasSizeLessThan(ActivityLog.LONGEST_COMMAND + 200).contains(" …");
        assertThat(command.later(AwsService.DYNAMODB, "PutItem", request, 400_000).text())
                .hasSizeLessThan(ActivityLog.LONGEST_COMMAND + 10);
    }
}

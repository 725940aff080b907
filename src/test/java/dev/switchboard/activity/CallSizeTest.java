package dev.switchboard.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** The log knows how large a request was without looking at its parts. */
class CallSizeTest {
    @Test
    void theSizeOfACallIsThatOfItsRequest() {
        ActivityLog log = new ActivityLog();
        try (AwsClients clients = TestAws.open(TestEngines.dynamoDb(), log)) {
            get(clients, "a");
            get(clients, "a".repeat(1_000));
        }
        long small = log.calls().get(1).rendering().size();
        assertThat(small).as("the bytes of its body").isEqualTo("{'TableName':'not-there','Key':{'pk':{'S':'a'}}}".length());
        assertThat(log.calls().getFirst().rendering().size()).isEqualTo(small + 999);
    }

    private static void get(AwsClients clients, String key) {
        assertThatThrownBy(() -> clients.dynamoDb().getItem(b -> b.tableName("not-there").key(Map.of("pk", AttributeValue.fromS(key)))))
                .isInstanceOf(ResourceNotFoundException.class);
    }
}

package dev.switchboard.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The number of items of a request, and of those that the server left. */
class RequestedItemsTest {
    private static final WriteRequest WRITE = WriteRequest.builder().build();
    private static final KeysAndAttributes KEYS =
            KeysAndAttributes.builder().keys(List.of(Map.of("pk", AttributeValue.fromS("a")), Map.of("pk", AttributeValue.fromS("b"))))
                    .build();

    @Test
    void theItemsOfABatchAreCountedInAllTables() {
        assertThat(RequestedItems.of(BatchWriteItemRequest.builder()
                .requestItems(Map.of("one", List.of(WRITE, WRITE), "two", List.of(WRITE))).build())).isEqualTo(3);
        assertThat(RequestedItems.of(BatchGetItemRequest.builder().requestItems(Map.of("one", KEYS)).build())).isEqualTo(2);
        TransactWriteItem write = TransactWriteItem.builder().build();
        assertThat(RequestedItems.of(TransactWriteItemsRequest.builder().transactItems(write, write).build())).isEqualTo(2);
    }

    @Test
    void aPageHasAtMostItsLimitAndAnyOtherRequestOneItem() {
        assertThat(RequestedItems.of(ScanRequest.builder().limit(7).build())).isEqualTo(7);
        assertThat(RequestedItems.of(ScanRequest.builder().build())).isEqualTo(1);
        assertThat(RequestedItems.of(PutItemRequest.builder().build())).isEqualTo(1);
    }

    @Test
    void whatTheServerLeftOfABatchIsCounted() {
        assertThat(RequestedItems.unprocessed(
                BatchWriteItemResponse.builder().unprocessedItems(Map.of("one", List.of(WRITE, WRITE))).build())).isEqualTo(2);
        assertThat(RequestedItems.unprocessed(BatchGetItemResponse.builder().unprocessedKeys(Map.of("one", KEYS)).build())).isEqualTo(2);
        assertThat(RequestedItems.unprocessed(ScanResponse.builder().build())).isZero();
    }
}

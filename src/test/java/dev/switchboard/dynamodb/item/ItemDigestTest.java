package dev.switchboard.dynamodb.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemDigestTest {
    private static String digest(String json) {
        return ItemDigest.content(Item.ofJson(json));
    }

    @Test
    void itemsThatDynamoDbTakesForEqualHaveEqualDigests() {
        assertThat(digest("{\"n\":{\"N\":\"1.0\"},\"s\":{\"NS\":[\"100\",\"2.50\"]}}"))
                .isEqualTo(digest("{\"s\":{\"NS\":[\"2.5\",\"1E2\"]},\"n\":{\"N\":\"1\"}}"))
                .isNotEqualTo(digest("{\"s\":{\"NS\":[\"2.5\",\"1E2\"]},\"n\":{\"S\":\"1\"}}"));
    }

    @Test
    void theDigestOfAnItemNeverChangesBecauseJournalsHoldIt() {
        assertThat(digest("{\"pk\":{\"S\":\"a\"},\"n\":{\"N\":\"10\"},\"l\":{\"L\":[{\"BOOL\":true},{\"NULL\":true},{\"B\":\"AAE=\"}]}}"))
                .isEqualTo("d25168881d8b9dbc6c60f3b458159e09");
    }
}

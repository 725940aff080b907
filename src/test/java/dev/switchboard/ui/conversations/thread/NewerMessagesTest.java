package dev.switchboard.ui.conversations.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.Participant;
import dev.switchboard.conversations.StoredTime;
import dev.switchboard.dynamodb.item.Item;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NewerMessagesTest {
    private final NewerMessages newer = new NewerMessages();

    private static List<Message> messages(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> new Message("m" + i, "g", new Participant("a", "ada", "Ada"), "text",
                StoredTime.read("2026-11-22T12:00:" + (10 + i) + ".000000+00:00"), Set.of(), Item.builder().build())).toList();
    }

    @Test
    void messagesAfterTheLastOneSeenAreCounted() {
        newer.seen(messages(0, 3));
        assertThat(newer.count(messages(0, 3))).isZero();
        assertThat(newer.count(messages(0, 5))).isEqualTo(2);
        assertThat(newer.count(messages(5, 9))).as("after a jump").isZero();
        newer.seen(List.of());
        assertThat(newer.count(messages(0, 5))).isZero();
    }
}

package dev.switchboard.ui.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.StoredTime;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.ui.conversations.message.MessageAnomalies;
import dev.switchboard.users.User;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

class MessagesViewModelTest {
    private static final String GROUP = "55555555-0000-4000-8000-000000000001";
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path home;
    @AutoClose private ConversationsViewModelFixture fixture;

    private void conversation(int messages) {
        fixture = ConversationsViewModelFixture.ready(home);
        User ada = fixture.user("ada");
        User bruno = fixture.user("bruno");
        String table = fixture.session.settings().messagesTable();
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            for (int from = 0; from < messages; from += 25) {
                List<WriteRequest> batch = IntStream.range(from, Math.min(messages, from + 25))
                        .mapToObj(i -> put(i, i % 2 == 0 ? ada : bruno))
                        .toList();
                writers.execute(() -> TestEngines.dynamoDbClient()
                        .batchWriteItem(BatchWriteItemRequest.builder().requestItems(Map.of(table, batch)).build()));
            }
        }
        fixture.story.group(GROUP, ada, bruno, "number " + (messages - 1), StoredTime.write(FIRST.plusSeconds(messages - 1L)));
        fixture.as("ada").with("bruno");
    }

    private static WriteRequest put(int number, User from) {
        Map<String, AttributeValue> item = Map.of(
                "pk", AttributeValue.fromS("MSG#" + GROUP),
                "sk", AttributeValue.fromS(StoredTime.write(FIRST.plusSeconds(number))),
                "message_uuid", AttributeValue.fromS("u" + number),
                "message", AttributeValue.fromS("number " + number),
                "user_uuid", AttributeValue.fromS(from.uuid()),
                "user_display_name", AttributeValue.fromS(from.displayName()),
                "user_handle", AttributeValue.fromS(from.handle()));
        return WriteRequest.builder().putRequest(PutRequest.builder().item(item).build()).build();
    }

    @Test
    void newestPageFirstAndOlderOnesOnDemand() {
        conversation(2 * MessagesViewModel.PAGE);
        MessagesViewModel model = fixture.model.messages();
        assertThat(model.rows()).hasSize(MessagesViewModel.PAGE);
        assertThat(model.rows().getLast().text()).isEqualTo("number 99");
        assertThat(model.paging().moreProperty().get()).isTrue();
        model.loadOlder();
        assertThat(model.rows()).hasSize(100).extracting(Message::text).startsWith("number 0", "number 1").endsWith("number 99");
        assertThat(model.paging().moreProperty().get()).isFalse();
        assertThat(model.newerLeftOutProperty().get()).isZero();
    }

    /** The number of messages kept is bounded regardless of the number of pages loaded. */
    @Test
    void moreMessagesThanAreKeptArePagedBackInBoundedMemory() {
        int all = 6_000;
        conversation(all);
        MessagesViewModel model = fixture.model.messages();
        int pages = MessagesViewModel.KEPT / MessagesViewModel.PAGE + 10;
        int most = 0;
        for (int page = 1; page < pages; page++) {
            model.loadOlder();
            assertThat(model.paging().failureProperty().get()).isNull();
            most = Math.max(most, model.rows().size());
        }
        int read = pages * MessagesViewModel.PAGE;
        assertThat(most).isEqualTo(MessagesViewModel.KEPT);
        assertThat(model.rows().getFirst().text()).isEqualTo("number " + (all - read));
        assertThat(model.newerLeftOutProperty().get()).isEqualTo(read - MessagesViewModel.KEPT);
        assertThat(model.paging().moreProperty().get()).isTrue();
        // A new message belongs after the removed messages, so the newest page is loaded again.
        fixture.model.composer().textProperty().set("Hello again");
        fixture.model.composer().send();
        assertThat(model.newerLeftOutProperty().get()).isZero();
        assertThat(model.rows().getLast().text()).isEqualTo("Hello again");
    }

    @Test
    void messagesAreInChronologicalOrderWithNote() {
        fixture = ConversationsViewModelFixture.ready(home);
        User ada = fixture.user("ada");
        User bruno = fixture.user("bruno");
        fixture.story.message(GROUP, ada, "second", "2026-11-22T09:00:00.000000+00:00");
        fixture.story.message(GROUP, bruno, "third", "2026-11-22T05:00:00.000000-05:00");
        fixture.story.message(GROUP, bruno, "first", "2026-11-22T08:00:00");
        fixture.story.put(Item.builder().string("pk", "MSG#" + GROUP).string("sk", "one day").string("message", "undated").build());
        fixture.story.group(GROUP, ada, bruno, "third", "2026-11-22T10:00:00.000000+00:00");
        fixture.as("ada").with("bruno");
        MessagesViewModel model = fixture.model.messages();
        assertThat(model.rows()).extracting(Message::text).containsExactly("undated", "first", "second", "third");
        assertThat(model.paging().orderDiffersProperty().get()).isTrue();
        Message undated = model.rows().getFirst();
        assertThat(MessageAnomalies.words(undated.createdAt(), undated.missing())).contains("user_handle").contains("one day");
        assertThat(MessageAnomalies.serious(undated.createdAt(), undated.missing())).isTrue();
        Message third = model.rows().getLast();
        assertThat(MessageAnomalies.words(third.createdAt(), third.missing())).contains("-05:00");
        assertThat(MessageAnomalies.serious(third.createdAt(), third.missing())).isFalse();
    }

    @Test
    void aMessageThatWasSentStaysWhenAnOlderReadAnswersAfterIt() {
        conversation(3);
        HeldAnswers fx = new HeldAnswers();
        ConversationsViewModel model = fixture.model(fixture.session, fx.jobs(fixture.session));
        model.open("ada", GROUP);
        assertThat(model.messages().rows()).hasSize(3);
        fx.hold();
        model.messages().reload();
        fx.deliverAtOnce();
        model.composer().textProperty().set("just sent");
        model.composer().send();
        assertThat(model.messages().rows()).extracting(Message::text).endsWith("number 2", "just sent");
        fx.release();
        assertThat(model.messages().loadingProperty().get()).isFalse();
        assertThat(model.messages().rows()).extracting(Message::text).endsWith("number 2", "just sent");
        model.messages().reload();
        assertThat(model.messages().rows()).as("and it is there once").extracting(Message::text).endsWith("number 2", "just sent")
                .hasSize(4);
    }

    @Test
    void aMessageThatWasSentWhileTheThreadWasFirstReadIsShownWithIt() {
        conversation(3);
        HeldAnswers fx = new HeldAnswers();
        ConversationsViewModel model = fixture.model(fixture.session, fx.jobs(fixture.session));
        model.open("ada", GROUP);
        MessageGroup group = model.groups().chosen().get();
        fx.hold();
        model.messages().show(group);
        fx.deliverAtOnce();
        model.composer().textProperty().set("just sent");
        model.composer().send();
        fx.release();
        assertThat(model.messages().rows()).extracting(Message::text).containsExactly("number 0", "number 1", "number 2", "just sent");
    }

    @Test
    void aMessageThatWasDeletedSinceIsNotBroughtBackByALaterRead() {
        conversation(3);
        fixture.model.composer().textProperty().set("just sent");
        fixture.model.composer().send();
        Message sent = fixture.model.messages().rows().getLast();
        Map<String, AttributeValue> key =
                Map.of("pk", AttributeValue.fromS("MSG#" + GROUP), "sk", AttributeValue.fromS(sent.createdAt().text()));
        TestEngines.dynamoDbClient().deleteItem(b -> b.tableName(fixture.session.settings().messagesTable()).key(key));
        fixture.model.messages().reload();
        assertThat(fixture.model.messages().rows()).hasSize(3);
    }

    @Test
    void sentMessageIsRevealedAndARangeThatWouldHideItIsReset() {
        conversation(10);
        MessagesViewModel model = fixture.model.messages();
        model.rangeProperty().set(new TimeRange.Between(FIRST, FIRST.plusSeconds(5)));
        fixture.model.composer().textProperty().set("Now");
        fixture.model.composer().send();
        assertThat(model.rangeProperty().get()).isEqualTo(new TimeRange.All());
        assertThat(model.rows()).hasSize(11).extracting(Message::text).endsWith("Now");
        assertThat(model.revealedProperty().get().is(model.rows().getLast())).isTrue();
    }

    @Test
    void partOfAConversationIsShownUntilTheNewestAreWanted() {
        conversation(3 * MessagesViewModel.PAGE);
        MessagesViewModel model = fixture.model.messages();
        model.showPart(FIRST.plusSeconds(20), FIRST.plusSeconds(90));
        assertThat(model.rows().getLast().text()).isEqualTo("number 89");
        assertThat(model.revealedProperty().get().message().text()).isEqualTo("number 20");
        assertThat(model.newestHidden()).isTrue();
        model.loadOlder();
        assertThat(model.rows()).hasSize(90);
        model.reload();
        assertThat(model.rows().getLast().text()).as("a refresh stays").isEqualTo("number 89");
        model.backToNewest();
        assertThat(model.rows().getLast().text()).isEqualTo("number 149");
        assertThat(model.newestHidden()).isFalse();
    }

    @Test
    void rangeFiltersMessagesAndCanBeReset() {
        conversation(10);
        MessagesViewModel model = fixture.model.messages();
        model.rangeProperty().set(new TimeRange.Between(FIRST.plusSeconds(3), FIRST.plusSeconds(5)));
        assertThat(model.rows()).extracting(Message::text).containsExactly("number 3", "number 4");
        model.rangeProperty().set(new TimeRange.All());
        assertThat(model.rows()).hasSize(10);
    }
}

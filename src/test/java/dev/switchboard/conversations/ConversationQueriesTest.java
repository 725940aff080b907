package dev.switchboard.conversations;

import static dev.switchboard.conversations.ConversationFixture.ADA;
import static dev.switchboard.conversations.ConversationFixture.EMRE;
import static dev.switchboard.conversations.ConversationFixture.group;
import static dev.switchboard.conversations.ConversationFixture.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.TestEngines;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows patterns/get-conversation, patterns/list-conversations, and lib/ddb.py list_message_groups and list_messages. */
class ConversationQueriesTest {
    private static final String ENGINES = "dev.switchboard.testing.TestEngines#everyDynamoDb";
    private static final TimeRange ALL = new TimeRange.All();
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static List<String> texts(Page<Message> page) {
        return page.rows().stream().map(Message::text).toList();
    }

    private static List<Message> walk(ConversationQueries queries, TimeRange range, int limit) {
        List<Message> rows = new ArrayList<>();
        @Nullable PageKey from = null;
        do {
            Page<Message> page = queries.messages("g", range, limit, from);
            assertThat(page.rows()).as("what was promised is there").hasSizeGreaterThanOrEqualTo(from == null ? 0 : 1);
            assertThat(page.rows()).as("a page before the last is full").hasSizeGreaterThanOrEqualTo(page.more() ? limit : 0);
            rows.addAll(page.rows());
            from = page.next();
        } while (from != null);
        return rows;
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void getConversationReadsWhatTheSourcesBoto3ClientWroteAndShowsItInOrderOfTime(NamedEngine engine) {
        ConversationFixture fixture = new ConversationFixture(engine, false);
        fixture.write(
                message("g", "2026-11-22T07:00:00.000001-05:00", "m1", ADA, "noon"),
                message("g", "2026-11-22T12:30:00+00:00", "m2", EMRE, "half past noon, no fraction"),
                message("g", "2026-11-22T13:00:00.500000", "m3", ADA, "one, no offset"),
                message("g", "2026-11-22T23:00:00.000000+12:00", "m4", EMRE, "eleven, yet sorts last"),
                message("g", "not a time", "m5", EMRE, "unreadable"),
                Item.builder().string("pk", "MSG#g").string("sk", "2026-11-22T14:00:00.000000+00:00").string("message", "bare").build());
        Page<Message> page = fixture.queries.messages("g", ALL, 20, null);
        assertThat(texts(page))
                .containsExactly("bare", "one, no offset", "half past noon, no fraction", "noon", "eleven, yet sorts last", "unreadable");
        assertThat(page.storedOrderDiffers()).isTrue();
        assertThat(page.more()).isFalse();
        assertThat(page.consumedReadCapacity()).isPositive();
        assertThat(page.rows().getFirst().missing()).containsExactlyInAnyOrder("message_uuid", "user_uuid", "user_display_name",
                "user_handle");
        assertThat(page.rows().get(1).createdAt().anomalies()).containsExactly(TimeAnomaly.NO_OFFSET);
        assertThat(page.rows().get(2).createdAt().anomalies()).containsExactly(TimeAnomaly.NO_FRACTION);
        assertThat(page.rows().get(3).createdAt().anomalies()).containsExactly(TimeAnomaly.OTHER_OFFSET);
        assertThat(page.rows().get(3).from()).isEqualTo(ADA);
        assertThat(page.rows().getLast().createdAt().anomalies()).containsExactly(TimeAnomaly.UNREADABLE);
        TimeRange day = new TimeRange.Between(Instant.parse("2026-11-22T11:30:00Z"), Instant.parse("2026-11-22T13:00:00Z"));
        assertThat(texts(fixture.queries.messages("g", day, 20, null))).as("since included").containsExactly("half past noon, no fraction",
                "noon");
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void listConversationsShowsGroupsOfEveryYearNewestFirstAndPaged(NamedEngine engine) {
        ConversationFixture fixture = new ConversationFixture(engine, false);
        for (int i = 0; i < 7; i++) {
            Participant other = new Participant("other-" + i, "o" + i, "Other " + i);
            fixture.write(group(ADA, other, "g" + i, (2020 + i) + "-06-01T12:00:00.000000+00:00", "preview " + i));
        }
        fixture.write(Item.builder().string("pk", "GRP#" + ADA.uuid()).string("sk", "2019-01-01T00:00:00Z").build());
        Page<MessageGroup> first = fixture.queries.groups(ADA.uuid(), ALL, 5, null);
        assertThat(first.rows()).extracting(MessageGroup::uuid).containsExactly("g6", "g5", "g4", "g3", "g2");
        assertThat(first.rows().getFirst().with()).isEqualTo(new Participant("other-6", "o6", "Other 6"));
        assertThat(first.rows().getFirst().lastMessage()).isEqualTo("preview 6");
        assertThat(first.more()).isTrue();
        Page<MessageGroup> second = fixture.queries.groups(ADA.uuid(), ALL, 5, first.next());
        assertThat(second.rows()).extracting(MessageGroup::uuid).containsExactly("g1", "g0", "");
        assertThat(second.rows().getLast().missing()).contains("message_group_uuid", "message", "user_uuid");
        assertThat(second.more()).isFalse();
        TimeRange year = new TimeRange.Year(2023, ZoneOffset.UTC);
        assertThat(fixture.queries.groups(ADA.uuid(), year, 5, null).rows()).extracting(MessageGroup::uuid).containsExactly("g3");
        assertThat(fixture.queries.groups(EMRE.uuid(), ALL, 5, null).rows()).as("only that user’s").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 9, 10, 11, 50})
    void morePagesAreNeverPromisedInVain(int limit) {
        ConversationFixture fixture = new ConversationFixture(TestEngines.everyDynamoDb().getFirst(), false);
        fixture.write(IntStream.range(0, 18)
                .mapToObj(i -> message("g", StoredTime.write(START.plus(Duration.ofDays(i))), "m" + i, ADA, "t" + i))
                .toArray(Item[]::new));
        assertThat(walk(fixture.queries, ALL, limit)).hasSize(18);
        TimeRange nine = new TimeRange.Between(START.plus(Duration.ofDays(5)), START.plus(Duration.ofDays(14)));
        assertThat(walk(fixture.queries, nine, limit)).extracting(Message::uuid).hasSize(9).startsWith("m13").endsWith("m5");
        TimeRange none = new TimeRange.Between(START.minus(Duration.ofHours(6)), START);
        Page<Message> empty = fixture.queries.messages("g", none, limit, null);
        assertThat(empty.rows()).isEmpty();
        assertThat(empty.more()).isFalse();
    }

    @Test
    void aYearIsTheOneOfTheZone() {
        ConversationFixture fixture = new ConversationFixture(TestEngines.everyDynamoDb().getFirst(), false);
        fixture.write(
                message("g", "2025-12-31T23:30:00.000000+00:00", "m1", ADA, "still 2025 in UTC"),
                message("g", "2026-01-01T00:30:00.000000+00:00", "m2", ADA, "2026 in UTC"),
                message("g", "2025-12-31T20:00:00.000000-05:00", "m3", ADA, "2026 in UTC, stored as 2025"));
        assertThat(texts(fixture.queries.messages("g", new TimeRange.Year(2026, ZoneOffset.UTC), 10, null)))
                .containsExactly("2026 in UTC, stored as 2025", "2026 in UTC");
        assertThat(texts(fixture.queries.messages("g", new TimeRange.Year(2026, ZoneId.of("Europe/Berlin")), 10, null))).hasSize(3);
        assertThat(texts(fixture.queries.messages("g", new TimeRange.Year(2025, ZoneId.of("America/New_York")), 10, null))).hasSize(3);
    }

    /** Against a plain filter over all rows: any spelling of the time, any range. */
    @Test
    void everyRangeFindsExactlyTheRowsOfItsInstants() {
        ConversationFixture fixture = new ConversationFixture(TestEngines.everyDynamoDb().getFirst(), false);
        Random random = new Random(7);
        String[] offsets = {"+00:00", "-05:00", "+14:00", "-12:00", "+18:00", "-18:00", "Z", ""};
        String[] separators = {"T", "t", " "};
        List<Item> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            LocalDateTime local = LocalDateTime.ofEpochSecond(START.getEpochSecond() + random.nextInt(6 * 86_400), 0, ZoneOffset.UTC);
            String time = local.toLocalDate() + separators[random.nextInt(3)] + String.format("%tT", local) + "." + String.format("%03d", i)
                    + offsets[random.nextInt(offsets.length)];
            rows.add(message("g", time, "m" + i, ADA, time));
        }
        fixture.write(rows.toArray(Item[]::new));
        for (int i = 0; i < 25; i++) {
            Instant since = START.plusSeconds(random.nextInt(6 * 86_400));
            Instant until = since.plusSeconds(random.nextInt(2 * 86_400));
            List<String> wanted = rows.stream().map(row -> row.string("sk")).filter(text -> {
                Instant at = StoredTime.read(text).instant();
                return !at.isBefore(since) && at.isBefore(until);
            }).toList();
            List<Message> found = walk(fixture.queries, new TimeRange.Between(since, until), 1 + random.nextInt(40));
            assertThat(found).extracting(Message::text).containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    @Test
    void tenThousandMessagesAreReadPageByPageAndAPageCostsOnlyItself() {
        ConversationFixture fixture = new ConversationFixture(TestEngines.everyDynamoDb().getFirst(), false);
        Iterable<Write> writes = () -> IntStream.range(0, 10_000)
                .mapToObj(i -> (Write) new Write.Put(message("g", StoredTime.write(START.plusSeconds(i)), "m" + i, ADA, "t" + i), false))
                .iterator();
        fixture.write(writes);
        Page<Message> newest = fixture.queries.messages("g", ALL, 50, null);
        assertThat(newest.rows()).hasSize(50).first().extracting(Message::text).isEqualTo("t9999");
        assertThat(newest.consumedReadCapacity()).as("51 rows of about 200 bytes").isBetween(0.5, 3.0);
        assertThat(newest.storedOrderDiffers()).isFalse();
        List<Message> all = walk(fixture.queries, ALL, 500);
        assertThat(all).hasSize(10_000).last().extracting(Message::text).isEqualTo("t0");
        TimeRange narrow = new TimeRange.Between(START.plusSeconds(100), START.plusSeconds(103));
        assertThat(texts(fixture.queries.messages("g", narrow, 50, null))).containsExactly("t102", "t101", "t100");
    }

    @Test
    void rowsThatDifferInOrderAcrossThePageBorderAreTold() {
        ConversationFixture fixture = new ConversationFixture(TestEngines.everyDynamoDb().getFirst(), false);
        fixture.write(
                message("g", "2026-11-22T13:00:00.000000+12:00", "m1", ADA, "one o’clock far east: the oldest, sorts last"),
                message("g", "2026-11-22T12:00:00.000000+00:00", "m2", ADA, "noon"));
        Page<Message> first = fixture.queries.messages("g", ALL, 1, null);
        assertThat(first.storedOrderDiffers()).isFalse();
        Page<Message> second = fixture.queries.messages("g", ALL, 1, first.next());
        assertThat(texts(second)).containsExactly("noon");
        assertThat(second.storedOrderDiffers()).isTrue();
    }
}

package dev.switchboard.explorer.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.read.PlanReader;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.explorer.compare.KeyDifference.Kind;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.job.Progress;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.DynamoDbCleaner;
import dev.switchboard.ui.testing.ItemsFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemComparatorTest {
    @TempDir
    Path home;

    private Session session;
    private PlanReader reader;

    @BeforeEach
    void open() {
        DynamoDbCleaner.now();
        session = ItemsFixture.context(home, Environment.DEV).context().session();
        reader = session.explorer().reader();
        for (String table : List.of("left", "right")) {
            session.tables().create(MessagesTablePreset.of(table, false, false, true), Progress.NONE);
            session.explorer().editor().put(table, items(table, 300), false, Progress.NONE);
        }
    }

    private static List<Item> items(String table, int count) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item(i, "text " + i));
        }
        return items;
    }

    private static Item item(int number, String text) {
        return Item.builder().string("pk", "MSG#" + number % 7).string("sk", String.valueOf(number)).string("message", text).build();
    }

    private ItemComparison compare() {
        return ItemComparator.compare(reader, "left", reader, "right", Progress.NONE);
    }

    @Test
    void equalTablesAreEqual() {
        assertThat(compare()).satisfies(found -> {
            assertThat(found.isEqual()).isTrue();
            assertThat(found.leftItems()).isEqualTo(300);
            assertThat(found.rightItems()).isEqualTo(300);
            assertThat(found.consumedReadCapacity()).isPositive();
        });
    }

    @Test
    void everyDifferenceIsFoundWithItsKey() {
        session.explorer().editor().put("left", List.of(item(900, "new")), false, Progress.NONE);
        session.explorer().editor().put("right", List.of(item(901, "other"), item(5, "changed")), false, Progress.NONE);
        ItemComparison found = compare();
        assertThat(found.isEqual()).isFalse();
        assertThat(List.of(found.onlyLeft(), found.onlyRight(), found.changed())).containsOnly(1L);
        assertThat(found.listed()).containsExactlyInAnyOrder(
                new KeyDifference(Kind.ONLY_LEFT, item(900, "").only(List.of("pk", "sk"))),
                new KeyDifference(Kind.ONLY_RIGHT, item(901, "").only(List.of("pk", "sk"))),
                new KeyDifference(Kind.CHANGED, item(5, "").only(List.of("pk", "sk"))));
    }

    @Test
    void aSwapOfContentsIsADifference() {
        session.explorer().editor().put("right", List.of(item(7, "text 14"), item(14, "text 7")), false, Progress.NONE);
        assertThat(compare().changed()).isEqualTo(2);
    }

    @Test
    void tooManyDifferencesAreCountedByRange() {
        session.explorer().editor().put("right", items("right", 300).stream().map(item -> item.with("message", "x")).toList(), false,
                Progress.NONE);
        ItemComparison found = ItemComparator.compare(reader, "left", reader, "right", 40, Progress.NONE);
        assertThat(found.changed()).isBetween(1L, 40L);
        assertThat(found.unread()).isPositive();
        assertThat(found.isEqual()).isFalse();
    }

    @Test
    void tablesWithOtherKeysCannotBeCompared() {
        session.tables()
                .create(new TableDefinition("other", List.of(KeyAttribute.hash("id", "S")), List.of(), "PAY_PER_REQUEST", 0, 0, null,
                        false, Map.of()), Progress.NONE);
        assertThatThrownBy(() -> ItemComparator.compare(reader, "left", reader, "other", Progress.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("key attributes");
    }
}

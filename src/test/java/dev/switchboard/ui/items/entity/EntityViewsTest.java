package dev.switchboard.ui.items.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.explorer.entity.EntityColumn;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chooser of entities, without a window. */
class EntityViewsTest {
    private static final List<String> KEYS = List.of("pk", "sk");

    @TempDir
    private Path home;

    private TestContext test;
    private EntityViews views;

    @BeforeEach
    void open() {
        test = TestContext.of(home, Environment.DEV,
                Map.of(Setting.DYNAMODB_ENDPOINT, "http://127.0.0.1:9", Setting.MESSAGES_TABLE, "messages"));
        views = new EntityViews(test.context());
    }

    @AfterEach
    void close() {
        test.context().session().close();
    }

    private static Item item(String pk, String sk, String attribute) {
        return Item.builder().string("pk", pk).string("sk", sk).string(attribute, "x").build();
    }

    private List<String> counts() {
        return views.entities().stream().map(each -> each.name() + " " + each.count()).toList();
    }

    @Test
    void theMessagesTableShowsItsTwo() {
        views.use("messages", KEYS);
        assertThat(counts()).containsExactly("Group 0", "Message 0");
        Item group = item("GRP#ada", "1", "message");
        views.observe(List.of(group, item("MSG#1", "1", "message"), item("MSG#1", "2", "message"), item("other", "2", "x")));
        assertThat(counts()).containsExactly("Group 1", "Message 2");
        assertThat(views.othersProperty().get()).isEqualTo(1);
        views.selectedProperty().set("Group");
        assertThat(views.predicateProperty().get().test(group)).isTrue();
        assertThat(views.predicateProperty().get().test(item("MSG#1", "1", "message"))).isFalse();
        assertThat(views.columns()).extracting(EntityColumn::title).startsWith("owner_uuid");
        views.selectedProperty().set(null);
        assertThat(views.predicateProperty().get().test(item("other", "2", "x"))).isTrue();
        assertThat(views.columns()).isEmpty();
    }

    @Test
    void prefixesBecomeEntitiesAsItemsArrive() {
        views.use("orders", KEYS);
        assertThat(views.entities()).isEmpty();
        views.observe(IntStream.range(0, 10).mapToObj(i -> item("USER#" + i, "x", "name")).toList());
        assertThat(counts()).containsExactly("USER 10");
        views.selectedProperty().set("USER");
        assertThat(views.columns()).extracting(EntityColumn::title).containsExactly("pk", "sk", "name");
        views.observe(List.of(item("USER#77", "x", "email"), item("ORDER#1", "x", "total"), item("ORDER#2", "x", "total")));
        assertThat(counts()).containsExactly("ORDER 2", "USER 11");
        assertThat(views.columns()).extracting(EntityColumn::title).containsExactly("pk", "sk", "email", "name");
        views.reset();
        assertThat(views.entities()).isEmpty();
    }

    @Test
    void aModelIsLoadedRememberedAndForgotten() throws Exception {
        Path file = home.resolve("schema.json");
        Files.writeString(file,
                """
                {"indexes":{"primary":{"hash":"pk","sort":"sk"}},"models":{"User":{"pk":{"value":"USER#${id}"},"sk":{"value":"x"},"name":{}}}}""");
        views.use("orders", KEYS);
        List<Item> items = List.of(item("USER#1", "x", "name"), item("ORDER#1", "x", "total"));
        views.onModelChange(() -> views.recount(items));
        test.dialogs().file = file;
        views.load();
        assertThat(counts()).containsExactly("User 1");
        assertThat(views.othersProperty().get()).isEqualTo(1);
        assertThat(views.rememberedProperty().get()).isTrue();
        assertThat(views.sourceProperty().get()).isEqualTo("schema.json");
        EntityViews later = new EntityViews(test.context());
        later.use("orders", KEYS);
        assertThat(later.rememberedProperty().get()).isTrue();
        assertThat(later.entities()).extracting(EntityCount::name).containsExactly("User");
        views.forget();
        assertThat(views.rememberedProperty().get()).isFalse();
        assertThat(home.resolve("models/orders.json")).doesNotExist();
    }

    @Test
    void aFileThatIsNoModelIsSaidAndChangesNothing() throws Exception {
        Path file = home.resolve("schema.json");
        Files.writeString(file, "{\"a\":");
        views.use("messages", KEYS);
        views.load(file);
        assertThat(test.dialogs().errors).singleElement().matches(error -> error.sentence().contains("syntax error at line 1"));
        assertThat(counts()).containsExactly("Group 0", "Message 0");
    }
}

package dev.switchboard.ui.items.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.stream.StreamEvent;
import dev.switchboard.dynamodb.table.TableUpdate;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.LiveContext;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Following a table in the window. */
@Timeout(120)
class LivePaneTest {
    private final FxRobot robot = new FxRobot();
    private final String table = TestAws.tableName("live");

    @TempDir
    private Path home;

    private TestContext test;
    private UiContext context;
    private LivePane pane;
    private Stage stage;

    private void open(Environment environment, URI endpoint, boolean stream) {
        Map<Setting, String> settings = environment.policy().localDefaults()
                ? Map.of(Setting.DYNAMODB_ENDPOINT, endpoint.toString())
                : Map.of(
                        Setting.DYNAMODB_ENDPOINT, endpoint.toString(),
                        Setting.AWS_REGION, "eu-central-1",
                        Setting.POSTGRES_URL, "postgresql://operator@127.0.0.1:9/cruddur",
                        Setting.USER_POOL_ID, "eu-central-1_Example");
        test = TestContext.of(home, environment, settings);
        context = LiveContext.of(test);
        new Tables(TestAws.clients(TestEngines.dynamoDb())).create(MessagesTablePreset.of(table, false, stream, true), Progress.NONE);
        pane = Fx.onFx(() -> LivePane.of(context, table));
        stage = Screenshots.show(Fx.onFx(pane::root), 900, 600);
    }

    @AfterEach
    void close() {
        Fx.onFx(() -> {
            pane.close();
            stage.hide();
            context.jobs().close();
        });
        test.context().session().close();
    }

    private void put(Item item) {
        TestEngines.dynamoDbClient().putItem(b -> b.tableName(table).item(item.attributes()));
    }

    private static Item item(int number, String text) {
        return Item.builder().string("pk", "MSG#" + number % 2).string("sk", String.format("%04d", number)).string("message", text).build();
    }

    private void delete(Item item) {
        TestEngines.dynamoDbClient().deleteItem(b -> b.tableName(table).key(item.only(List.of("pk", "sk")).attributes()));
    }

    private void await(LiveState state) {
        Fx.waitFor("it is " + state, () -> pane.model().stateProperty().get() == state);
    }

    private void awaitEvents(int count) {
        Fx.waitFor(count + " changes are shown", () -> pane.model().events().size() == count);
    }

    private List<StreamEvent.Kind> kinds() {
        return Fx.onFx(() -> pane.model().events().stream().map(StreamEvent::kind).toList());
    }

    @Test
    void changesAppearNewestFirstWithBothVersions() {
        open(Environment.DEV, TestEngines.dynamoDb(), false);
        TableUpdate both = new TableUpdate(null, null, "NEW_AND_OLD_IMAGES", null, null, null);
        var _ = test.context().session().tables().update(table, both, Progress.NONE);
        Screenshots.saveScene(stage.getScene(), "live-stopped");
        Fx.onFx(pane::start);
        await(LiveState.RUNNING);
        Screenshots.saveScene(stage.getScene(), "live-empty");
        put(item(1, "one"));
        put(item(1, "uno"));
        put(item(2, "two"));
        delete(item(1, ""));
        awaitEvents(4);
        assertThat(kinds()).contains(StreamEvent.Kind.REMOVE, StreamEvent.Kind.MODIFY).filteredOn(StreamEvent.Kind.INSERT::equals)
                .hasSize(2);
        assertThat(Fx.onFx(() -> pane.model().statusProperty().get())).startsWith("2 inserted · 1 modified · 1 removed");
        Fx.onFx(() -> {
            TableView<StreamEvent> events = robot.lookup("#live-events").query();
            events.getItems().stream().filter(event -> event.kind() == StreamEvent.Kind.MODIFY).findFirst()
                    .ifPresent(events.getSelectionModel()::select);
        });
        TableView<?> changes = robot.lookup("#live-changes").query();
        assertThat(Fx.onFx(() -> changes.getItems().size())).isEqualTo(1);
        Screenshots.saveScene(stage.getScene(), "live");
        Fx.onFx(pane.model()::clear);
        assertThat(kinds()).isEmpty();
    }

    @Test
    void aPauseHoldsWhatArrivesAndLosesNothing() {
        open(Environment.DEV, TestEngines.dynamoDb(), true);
        Fx.onFx(pane::start);
        await(LiveState.RUNNING);
        put(item(1, "one"));
        awaitEvents(1);
        put(item(1, "uno"));
        awaitEvents(2);
        Fx.onFx(() -> robot.lookup("#live-events").<TableView<StreamEvent>>query().getSelectionModel().select(0));
        // The stream of this table has new images only.
        Screenshots.saveScene(stage.getScene(), "live-new-images");
        assertThat(robot.lookup("(not in the stream)").queryAll()).isNotEmpty();
        Fx.onFx(pane.model()::pause);
        IntStream.range(2, 6).forEach(i -> put(item(i, "t" + i)));
        Fx.waitFor("they are waiting", () -> pane.model().statusProperty().get().endsWith("Paused, 4 new changes"));
        assertThat(kinds()).hasSize(2);
        Screenshots.saveScene(stage.getScene(), "live-paused");
        Fx.onFx(pane.model()::resume);
        awaitEvents(6);
        Fx.onFx(pane::stop);
        assertThat(Fx.onFx(() -> pane.model().stateProperty().get())).isEqualTo(LiveState.STOPPED);
        Fx.onFx(pane::start);
        await(LiveState.RUNNING);
        put(item(9, "nine"));
        awaitEvents(7);
    }

    @Test
    void aStreamThatCannotBeReadForAWhileIsReadOnWhereItWas() {
        try (InterceptingProxy proxy = new InterceptingProxy(TestEngines.dynamoDb())) {
            open(Environment.DEV, proxy.uri(), true);
            Fx.onFx(pane::start);
            await(LiveState.RUNNING);
            put(item(1, "one"));
            awaitEvents(1);
            proxy.refuse("GetRecords", "InternalServerError");
            put(item(2, "two"));
            Fx.waitFor("it is said", () -> pane.model().noteProperty().get().startsWith("The stream cannot be read at the moment"));
            Screenshots.saveScene(stage.getScene(), "live-interrupted");
            proxy.accept("GetRecords");
            awaitEvents(2);
            assertThat(Fx.onFx(() -> pane.model().noteProperty().get())).isEmpty();
        }
    }

    @Test
    void aTableWithoutAStreamGetsOneOnRequest() {
        open(Environment.DEV, TestEngines.dynamoDb(), false);
        Fx.onFx(pane::start);
        await(LiveState.NO_STREAM);
        Screenshots.saveScene(stage.getScene(), "live-no-stream");
        test.dialogs().agrees = false;
        Fx.onFx(pane.model()::enableStream);
        assertThat(test.context().session().tables().hasStream(table)).isFalse();
        test.dialogs().agrees = true;
        Fx.onFx(pane.model()::enableStream);
        await(LiveState.RUNNING);
        put(item(1, "one"));
        awaitEvents(1);
    }

    @Test
    void onALockedPrdTheStreamIsNotEnabled() {
        open(Environment.PRD, TestEngines.dynamoDb(), false);
        Fx.onFx(pane::start);
        await(LiveState.NO_STREAM);
        Screenshots.saveScene(stage.getScene(), "live-no-stream-locked");
        robot.clickOn("Unlock to enable the stream");
        assertThat(test.navigator().ways).contains("unlock");
        Fx.onFx(pane.model()::enableStream);
        Fx.waitFor("it is refused", () -> !test.dialogs().errors.isEmpty());
        assertThat(test.dialogs().errors.getFirst().sentence()).contains("prd is locked");
        assertThat(new Tables(TestAws.clients(TestEngines.dynamoDb())).hasStream(table)).isFalse();
    }

    @Test
    void aTableThatIsGoneIsSaid() {
        open(Environment.DEV, TestEngines.dynamoDb(), true);
        TestEngines.dynamoDbClient().deleteTable(b -> b.tableName(table));
        Fx.onFx(pane::start);
        await(LiveState.FAILED);
        Screenshots.saveScene(stage.getScene(), "live-failed");
        assertThat(Fx.onFx(() -> pane.model().failureProperty().get()).sentence()).contains(table);
    }

    @Test
    void onlyTheNewestAreKept() {
        EventBuffer buffer = new EventBuffer(3);
        for (int i = 0; i < 5; i++) {
            buffer.add(new StreamEvent(StreamEvent.Kind.INSERT, Instant.EPOCH, item(i, ""), null, null));
        }
        assertThat(buffer.arrived()).isEqualTo(5);
        assertThat(buffer.take()).extracting(event -> event.keys().display("sk")).containsExactly("0002", "0003", "0004");
        open(Environment.DEV, TestEngines.dynamoDb(), true);
    }
}

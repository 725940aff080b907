package dev.switchboard.ui.items.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.partiql.StatementResult;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.testing.DynamoDbCleaner;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.StoreSnapshot;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.ui.code.Completion;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.LiveContext;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class PartiqlPaneTest {
    private static final String TABLE = "partiql-pane";
    private static final Map<Setting, String> PRD = Map.of(
            Setting.AWS_REGION, "eu-central-1",
            Setting.POSTGRES_URL, "postgresql://operator@127.0.0.1:9/cruddur",
            Setting.USER_POOL_ID, "eu-central-1_Example");

    @TempDir
    Path home;

    @BeforeEach
    void clean() {
        DynamoDbCleaner.now();
    }

    private TestContext context(Environment environment, URI endpoint) {
        Map<Setting, String> settings = new HashMap<>(environment == Environment.PRD ? PRD : Map.of());
        settings.put(Setting.DYNAMODB_ENDPOINT, endpoint.toString());
        return TestContext.of(home, environment, settings);
    }

    private TestContext context() {
        return context(Environment.DEV, TestEngines.dynamoDb());
    }

    private void fill(int items) {
        context().context().session().tables().create(MessagesTablePreset.of(TABLE, true, false, false), Progress.NONE);
        String[] texts = {"Did the last ferry leave on time?", "Ten minutes late, as always.", "See you at six"};
        for (int i = 0; i < items; i++) {
            Map<String, AttributeValue> item = new HashMap<>();
            item.put("pk", AttributeValue.fromS("a"));
            item.put("sk", AttributeValue.fromS(String.format("%04d", i)));
            item.put("message", AttributeValue.fromS(texts[i % texts.length]));
            item.put("n", AttributeValue.fromN(String.valueOf(items - i)));
            TestEngines.dynamoDbClient().putItem(b -> b.tableName(TABLE).item(item));
        }
    }

    private static String sql(String statements) {
        return statements.replace("$T", "\"" + TABLE + "\"");
    }

    private static PartiqlViewModel model(TestContext test, String statements) {
        PartiqlViewModel model = new PartiqlViewModel(test.context(), Runnable::run);
        model.textProperty().set(sql(statements));
        return model;
    }

    private static List<String> outcomes(PartiqlViewModel model) {
        return model.rows().stream().map(row -> row.outcomeProperty().get()).toList();
    }

    @Test
    void theStatementAtTheCaretReturnsItsItems() {
        fill(5);
        TestContext test = context();
        PartiqlViewModel model = model(test, "SELECT * FROM $T WHERE pk='none'; SELECT sk, n FROM $T WHERE pk='a' AND n > 2");
        model.run(model.textProperty().get().length());
        assertThat(model.rows()).hasSize(1);
        StatementRow row = Objects.requireNonNull(model.selectedProperty().get());
        assertThat(row.items()).hasSize(3);
        assertThat(row.columns()).containsExactly("n", "sk");
        assertThat(model.stateProperty().get()).isEqualTo(ViewState.CONTENT);
        assertThat(model.noticeProperty().get()).isEmpty();
        assertThat(model.statusProperty().get()).startsWith("1 of 1 statement done.");
        model.run(3);
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(ViewState.Empty.class,
                empty -> assertThat(empty.title()).isEqualTo("No items"));
    }

    @Test
    void aLimitSaysThatThereIsMoreAndAnInvalidOneRunsNothing() {
        fill(5);
        PartiqlViewModel model = model(context(), "SELECT * FROM $T WHERE pk='a'");
        model.limitProperty().set("2");
        model.run(0);
        assertThat(outcomes(model).getFirst()).startsWith("2 items").contains("More items are available");
        for (String invalid : List.of("x", "-1", "99999999999999999999")) {
            model.limitProperty().set(invalid);
            model.run(0);
            assertThat(model.errorProperty().get()).as(invalid).isNotEmpty();
        }
        model.limitProperty().set("");
        model.parametersProperty().set("[{\"S\":");
        model.run(0);
        assertThat(model.errorProperty().get()).contains("not a JSON array");
        assertThat(model.rows().getFirst().items()).as("of the last run").hasSize(2);
        model.textProperty().set("-- nothing");
        model.run(0);
        assertThat(model.errorProperty().get()).contains("no statement");
    }

    @Test
    void aParameterIsTyped() {
        fill(5);
        PartiqlViewModel model = model(context(), "SELECT * FROM $T WHERE pk = ? AND n = ?");
        model.parametersProperty().set("[{\"S\":\"a\"},{\"N\":\"2\"}]");
        model.run(0);
        assertThat(model.rows().getFirst().items()).singleElement().satisfies(item -> assertThat(item.display("sk")).isEqualTo("0003"));
    }

    @Test
    void aFullScanIsNoticedInDevAndAskedForInPrdBeforeItRuns() {
        fill(5);
        TestContext dev = context();
        PartiqlViewModel model = model(dev, "SELECT * FROM $T WHERE n = 2");
        model.run(0);
        assertThat(model.noticeProperty().get()).contains("whole table", "Reads all of " + TABLE);
        assertThat(dev.dialogs().asked).isEmpty();

        try (InterceptingProxy proxy = new InterceptingProxy(TestEngines.dynamoDb())) {
            TestContext prd = context(Environment.PRD, proxy.uri());
            prd.dialogs().agrees = false;
            PartiqlViewModel asking = model(prd, "SELECT * FROM $T WHERE n = 2");
            asking.run(0);
            assertThat(prd.dialogs().asked).singleElement().asString().contains("Read all of " + TABLE);
            assertThat(proxy.arrived()).doesNotContain("ExecuteStatement SELECT");
            assertThat(asking.rows()).isEmpty();
            prd.dialogs().agrees = true;
            asking.run(0);
            assertThat(proxy.arrived()).contains("ExecuteStatement SELECT");
            assertThat(asking.rows().getFirst().items()).hasSize(1);
        }
    }

    @Test
    void statementsRunOneByOneAndTheFailureIsSelected() {
        fill(2);
        TestContext test = context();
        PartiqlViewModel model = model(test, """
                UPDATE $T SET n = n + 1 WHERE pk='a' AND sk='0000';
                DELETE FROM $T WHERE pk='a' AND sk='none';
                SELECT * FROM $T WHERE pk='a'""");
        model.runAll();
        assertThat(outcomes(model).getFirst()).startsWith("Changed 1 item");
        assertThat(outcomes(model).get(1)).contains("has no item with the key");
        assertThat(outcomes(model).getLast()).isEqualTo("Not run");
        assertThat(Objects.requireNonNull(model.selectedProperty().get()).number()).isEqualTo(2);
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.LoadFailure.class);
        assertThat(test.notices().said).singleElement().asString().contains("1 of 3 statements done", "[Undo]");
    }

    @Test
    void whatABatchWroteIsUndoneFromItsNotice() {
        fill(3);
        TestContext test = context();
        PartiqlViewModel model = model(test, """
                UPDATE $T SET n = 100 WHERE pk='a' AND sk='0000'; DELETE FROM $T WHERE pk='a' AND sk='0001';
                UPDATE $T SET n = 1 WHERE pk='a' AND sk='0002' AND n > 1000""");
        model.runBatch();
        assertThat(outcomes(model).getLast()).contains("condition of the statement is not met");
        assertThat(TestEngines.dynamoDbClient().scan(b -> b.tableName(TABLE)).items()).hasSize(2);
        test.dialogs().agrees = true;
        test.notices().offered.run();
        assertThat(TestEngines.dynamoDbClient().scan(b -> b.tableName(TABLE)).items()).hasSize(3);
    }

    @Test
    void aLockedPrdReadsAndNoWriteArrives() {
        fill(2);
        try (InterceptingProxy proxy = new InterceptingProxy(TestEngines.dynamoDb())) {
            PartiqlViewModel model = model(context(Environment.PRD, proxy.uri()), """
                    SELECT * FROM $T WHERE pk='a'; DELETE FROM $T WHERE pk='a' AND sk='0000'""");
            model.runAll();
            assertThat(model.rows().getFirst().items()).hasSize(2);
            assertThat(outcomes(model).getLast()).contains("prd is locked");
            for (String write : List.of("DELETE FROM $T WHERE pk='a' AND sk='0000'", "INSERT INTO $T VALUE {'pk':'b','sk':'1'}",
                    "UPDATE $T SET n = 1 WHERE pk='a' AND sk='0000'")) {
                model.textProperty().set(sql(write));
                model.run(0);
                assertThat(outcomes(model).getFirst()).as(write).contains("prd is locked");
                model.runBatch();
                assertThat(outcomes(model)).as(write).containsExactly("Not run");
                assertThat(model.statusProperty().get()).as(write).contains("prd is locked");
                assertThat(model.stateProperty().get()).as(write).isInstanceOf(ViewState.LoadFailure.class);
            }
            assertThat(StoreSnapshot.writesAmong(proxy.arrived())).isEmpty();
        }
    }

    @Test
    void aSlowReadIsStoppedAndKeepsWhatItHasRead() {
        fill(300);
        TestContext test = context(Environment.PRD, TestEngines.dynamoDb());
        PartiqlViewModel model = Fx.onFx(() -> {
            PartiqlViewModel made = new PartiqlViewModel(LiveContext.of(test), Platform::runLater);
            made.textProperty().set(sql("SELECT * FROM $T; SELECT * FROM $T WHERE pk='a'"));
            made.limitProperty().set("");
            made.runAll();
            return made;
        });
        Fx.waitFor("the first items are shown", () -> !model.rows().isEmpty() && !model.rows().getFirst().items().isEmpty());
        Fx.onFx(model::stop);
        Fx.waitFor("it has ended", () -> !model.runningProperty().get());
        assertThat(test.dialogs().asked).as("about the full scan").hasSize(1);
        assertThat(Fx.onFx(() -> model.rows().getFirst().items().size())).isBetween(1, 299);
        assertThat(Fx.onFx(() -> model.stateProperty().get())).isEqualTo(ViewState.CONTENT);
        assertThat(Fx.onFx(() -> outcomes(model))).satisfiesExactly(
                first -> assertThat(first).startsWith("Canceled after "), second -> assertThat(second).isEqualTo("Not run"));
        assertThat(Fx.onFx(() -> model.statusProperty().get())).startsWith("Canceled after ");
    }

    @Test
    void tablesIndexesAndSeenAttributesAreOffered() {
        fill(1);
        PartiqlViewModel model = model(context(), "SELECT * FROM $T WHERE pk='a'");
        model.readNames();
        assertThat(model.words()).extracting(Completion::label).contains(TABLE, "message-group-sk-index", "pk", "sk", "message_group_uuid")
                .doesNotContain("message");
        model.run(0);
        assertThat(model.rows().getFirst().columns()).as("the key first").containsExactly("pk", "sk", "message", "n");
        assertThat(model.words()).contains(Completion.column(TABLE, "message", "\"message\""));
    }

    @Test
    void itemsOverTheMostAreCountedOnly() {
        StatementBuffer buffer = new StatementBuffer(2, 3, from -> {});
        Item item = Item.builder().string("pk", "a").build();
        buffer.items(0, List.of(item, item));
        buffer.items(1, List.of(item, item));
        buffer.ended(1, new StatementResult.Selected(2, 1, true, 0));
        List<StatementBuffer.Update> updates = buffer.take();
        assertThat(updates).extracting(update -> update.rows().size()).containsExactly(2, 1, 0);
        assertThat(updates.getLast().items()).isEqualTo(2);
        assertThat(buffer.take()).isEmpty();
    }

    private static void fire(PartiqlPane pane, String id) {
        Fx.onFx(() -> ((Button) pane.root().lookup(id)).fire());
    }

    @Test
    void thePaneShowsEachState() {
        fill(40);
        TestContext test = context();
        PartiqlPane pane = Fx.onFx(() -> PartiqlPane.of(test.context(), Runnable::run));
        Stage stage = Screenshots.show(Fx.onFx(() -> {
            VBox screen = new VBox(pane.root());
            screen.getStyleClass().add("screen");
            VBox.setVgrow(pane.root(), Priority.ALWAYS);
            return screen;
        }), 1072, 720);
        Screenshots.saveScene(stage.getScene(), "partiql-empty");
        Fx.onFx(() -> pane.setText(sql("-- The newest messages\nSELECT * FROM $T WHERE n > 3;")));
        fire(pane, "#run");
        Screenshots.saveScene(stage.getScene(), "partiql-full-scan");
        assertThat(Fx.onFx(() -> ((TableView<?>) pane.root().lookup("#partiql-table")).getItems().size())).isEqualTo(37);
        Fx.onFx(() -> pane.setText(sql("""
                SELECT sk, message FROM $T WHERE pk = 'a';
                UPDATE $T SET n = n + 1 WHERE pk = 'a' AND sk = '0000';
                UPDATE $T SET n = 0 WHERE pk = 'a' AND sk = '0001' AND n > 1000;
                DELETE FROM $T WHERE pk = 'a' AND sk = '0002';""")));
        fire(pane, "#runAll");
        Screenshots.saveScene(stage.getScene(), "partiql-failed");
        Fx.onFx(() -> ((TableView<?>) pane.root().lookup("#outcomes")).getSelectionModel().select(0));
        Screenshots.saveScene(stage.getScene(), "partiql-several");
        Fx.onFx(() -> ((TableView<?>) pane.root().lookup("#outcomes")).getSelectionModel().select(1));
        Screenshots.saveScene(stage.getScene(), "partiql-written");
        Fx.onFx(() -> pane.setText("SELECT * FRM x"));
        fire(pane, "#run");
        Screenshots.saveScene(stage.getScene(), "partiql-error");
        Fx.onFx(stage::hide);
        assertThat(test.dialogs().errors).isEmpty();
        assertThat(pane.getText()).isEqualTo("SELECT * FRM x");
    }

    @Test
    void theLockedPaneSaysSo() {
        fill(1);
        TestContext test = context(Environment.PRD, TestEngines.dynamoDb());
        PartiqlPane pane = Fx.onFx(() -> PartiqlPane.of(test.context(), Runnable::run));
        Fx.onFx(() -> pane.setText(sql("DELETE FROM $T WHERE pk='a' AND sk='0000'")));
        Stage stage = Screenshots.show(pane.root(), 1072, 720);
        fire(pane, "#run");
        Screenshots.saveScene(stage.getScene(), "partiql-locked");
        Fx.onFx(stage::hide);
        assertThat(pane.root().lookup("#readOnly").isVisible()).isTrue();
    }
}

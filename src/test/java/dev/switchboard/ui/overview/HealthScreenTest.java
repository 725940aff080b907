package dev.switchboard.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.doctor.CheckScope;
import dev.switchboard.doctor.DoctorReport;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.job.Progress;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.overview.findings.ChosenFindings;
import dev.switchboard.ui.overview.repair.DataRepairViewModel;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.HeldJobs;
import dev.switchboard.ui.testing.LiveContext;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Overview screen with findings in the data: their table, their repair, and a check of all data. */
class HealthScreenTest {
    @TempDir
    Path home;

    private Stage stage;
    private LoadedView view;

    private void open(UiContext context, double height) {
        view = Fx.onFx(() -> OverviewController.SCREEN.loader().apply(context));
        stage = Screenshots.show(view.root(), 1072, height);
        Fx.onFx(() -> view.controller().shown(Map.of()));
        Fx.onFx(view.root()::applyCss);
    }

    private void close() {
        Fx.onFx(() -> view.controller().closed());
        Fx.onFx(stage::hide);
    }

    @SuppressWarnings("unchecked")
    private <N extends Node> N find(String selector) {
        return (N) Fx.onFx(() -> {
            view.root().applyCss();
            view.root().layout();
            return view.root().lookup(selector);
        });
    }

    /** The finding of one of the messages with a former handle. */
    private static Finding finding(FaultyConversation faulty) {
        try (DoctorReport report = faulty.test.context().session().doctor().check(CheckScope.FULL, Progress.NONE, result -> {})) {
            return report.results().stream()
                    .filter(result -> result.id().equals("user-renamed"))
                    .findFirst()
                    .orElseThrow()
                    .findings()
                    .listed()
                    .getFirst();
        }
    }

    private static List<Label> shownKeys(ListView<?> writes) {
        return Fx.onFx(() -> writes.lookupAll(".repair-write .mono").stream().map(Label.class::cast).toList());
    }

    private static boolean fitsAcross(ListView<?> writes) {
        return Fx.onFx(() -> writes.lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .noneMatch(bar -> bar.isVisible() && bar.getOrientation() == Orientation.HORIZONTAL));
    }

    private void press(String selector) {
        Button button = find(selector);
        assertThat(button).as(selector).isNotNull();
        Fx.onFx(button::fire);
    }

    @Test
    void findingsOpenAsATableThatFiltersExportsAndOpens() throws Exception {
        FaultyConversation faulty = new FaultyConversation(home).rename().stray();
        open(faulty.test.context(), 1200);
        Screenshots.saveScene(stage.getScene(), "overview-findings");
        assertThat(((Button) find("#findings-user-renamed")).getText()).isEqualTo(FaultyConversation.RENAMED + " findings");

        press("#findings-user-renamed");
        Screenshots.saveScene(stage.getScene(), "overview-findings-table");
        TableView<Finding> table = find("#table");
        assertThat(table.getItems()).hasSize(FaultyConversation.RENAMED);
        Finding first = table.getItems().getFirst();
        Fx.onFx(() -> table.getSelectionModel().select(first));
        press("#open");
        assertThat(faulty.test.navigator().ways.getLast()).startsWith("items {query=QUERY").contains("MSG#");
        Fx.onFx(() -> table.getContextMenu().getItems().get(1).fire());
        assertThat(faulty.test.navigator().ways.getLast()).startsWith("conversations {").contains(first.subject("group"));
        Fx.onFx(() -> table.getContextMenu().getItems().get(2).fire());
        assertThat(faulty.test.navigator().ways.getLast()).startsWith("users {filter=").doesNotContain("formerly");

        TextField filter = find("#filter");
        Fx.onFx(() -> filter.setText("no such text"));
        assertThat(table.getItems()).isEmpty();
        Fx.onFx(() -> filter.setText(first.subject("message").toUpperCase(java.util.Locale.ROOT)));
        assertThat(table.getItems()).containsExactly(first);

        faulty.test.dialogs().saveTo = home.resolve("findings.csv");
        press("#export");
        assertThat(Files.readAllLines(home.resolve("findings.csv"))).hasSize(1 + FaultyConversation.RENAMED)
                .first().asString().startsWith("group,").endsWith(",detail");
        assertThat(Fx.onFx(() -> view.controller().escape())).isTrue();
        assertThat(this.<Node>find("#table")).as("the checks are shown again").isNull();
        close();
    }

    @Test
    void aRepairShowsItsWritesAndIsUndone() {
        FaultyConversation faulty = new FaultyConversation(home).rename();
        Map<?, ?> planted = faulty.contents();
        open(faulty.test.context(), 900);
        press("#repair-user-renamed");
        Screenshots.saveScene(stage.getScene(), "overview-repair");
        ListView<?> writes = find("#writes");
        assertThat(shownKeys(writes)).as("the whole keys").hasSize(FaultyConversation.RENAMED)
                .allMatch(label -> label.lookup(".text") instanceof Text text && text.getText().equals(label.getText()));
        assertThat(fitsAcross(writes)).as("nothing to scroll sideways").isTrue();
        assertThat(writes.getItems()).hasSize(FaultyConversation.RENAMED);
        assertThat(((TableView<?>) find("#attributes")).getItems()).isNotEmpty();
        assertThat(faulty.contents()).as("a preview writes nothing").isEqualTo(planted);

        press("#repair");
        assertThat(faulty.test.notices().said.getLast()).endsWith("[Undo]");
        assertThat(this.<Node>find("#findings-user-renamed")).as("checked again").isNull();
        assertThat(faulty.contents()).isNotEqualTo(planted);

        Fx.onFx(faulty.test.notices().offered::run);
        assertThat(faulty.contents()).isEqualTo(planted);
        assertThat(this.<Node>find("#findings-user-renamed")).as("checked again").isNotNull();
        close();
    }

    @Test
    void onlyTheChosenFindingsAreRepaired() {
        FaultyConversation faulty = new FaultyConversation(home).rename();
        open(faulty.test.context(), 900);
        press("#findings-user-renamed");
        TableView<Finding> table = find("#table");
        Fx.onFx(() -> table.getSelectionModel().selectRange(0, 2));
        press("#repair");
        assertThat(((ListView<?>) find("#writes")).getItems()).hasSize(2);
        press("#repair");
        assertThat(((Button) find("#findings-user-renamed")).getText()).isEqualTo(FaultyConversation.RENAMED - 2 + " findings");
        close();
    }

    @Test
    void theChosenFindingSurvivesARefreshAndIsOpenedByEnter() {
        FaultyConversation faulty = new FaultyConversation(home).rename();
        open(faulty.test.context(), 620);
        press("#findings-user-renamed");
        TableView<Finding> table = find("#table");
        Fx.onFx(() -> table.getSelectionModel().select(2));
        Finding chosen = table.getSelectionModel().getSelectedItem();
        faulty.stray();
        Fx.onFx(() -> view.controller().refresh());
        TableView<Finding> renewed = find("#table");
        assertThat(renewed.getSelectionModel().getSelectedItem().subject()).isEqualTo(chosen.subject());
        Fx.onFx(() -> Event.fireEvent(renewed, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
        assertThat(faulty.test.navigator().ways.getLast()).startsWith("items {query=QUERY");
        close();
    }

    @Test
    void whichGroupStaysIsAskedOnceAndPlannedAnew() {
        FaultyConversation faulty = new FaultyConversation(home).duplicate();
        open(faulty.test.context(), 900);
        press("#repair-group-duplicate");
        Screenshots.saveScene(stage.getScene(), "overview-repair-choice");
        Object older = ((ListView<?>) find("#writes")).getItems().getFirst();
        ToggleButton newer = find("#newer");
        Fx.onFx(newer::fire);
        assertThat(((ListView<?>) find("#writes")).getItems().getFirst()).isNotEqualTo(older);
        close();
    }

    @Test
    void lockedPrdShowsTheWritesAndMakesNone() {
        FaultyConversation faulty = new FaultyConversation(home).rename();
        TestContext prd = faulty.lockedPrd();
        open(prd.context(), 900);
        press("#checkAll");
        press("#repair-user-renamed");
        assertThat(((Button) find("#repair")).isDisabled()).isTrue();
        Screenshots.saveScene(stage.getScene(), "overview-repair-locked");
        DataRepairViewModel behind = new DataRepairViewModel(
                prd.context(), prd.context().session().doctor(), DataCheck.USER_RENAMED,
                new ChosenFindings(List.of(finding(faulty))), count -> {});
        behind.plan();
        Map<?, ?> before = faulty.contents();
        prd.dialogs().errors.clear();
        behind.repair();
        assertThat(prd.dialogs().errors).as("refused below the button").singleElement().asString().contains("locked");
        assertThat(faulty.contents()).isEqualTo(before);
        prd.context().session().lock().unlock("prd");
        assertThat(((Button) find("#repair")).isDisabled()).isFalse();
        prd.dialogs().types = "something else";
        Map<?, ?> planted = faulty.contents();
        press("#repair");
        assertThat(prd.dialogs().asked.getLast()).contains(faulty.table);
        assertThat(faulty.contents()).as("another word was typed").isEqualTo(planted);
        assertThat(this.<Button>find("#checkAll").isDisabled()).as("would replace what is being repaired").isTrue();
        prd.dialogs().types = null;
        press("#repair");
        assertThat(faulty.contents()).isNotEqualTo(planted);
        assertThat(this.<Node>find("#findings-user-renamed")).as("the sample after it is the whole small table").isNull();
        close();
    }

    @Test
    void aCheckOfAllDataAsksRunsAndCanBeCanceled() {
        FaultyConversation faulty = new FaultyConversation(home).stray();
        HeldJobs held = new HeldJobs(title -> title.equals("Checking all data"));
        UiContext context = LiveContext.of(faulty.test, held, Platform::runLater);
        open(context, 900);
        Fx.waitFor("the sample was checked", () -> view.root().lookup("#findings-item-unknown") != null);
        press("#checkAll");
        held.awaitHeld();
        assertThat(faulty.test.dialogs().asked.getLast()).contains("Check all data").contains("RCU");
        Fx.waitFor("the running check is shown", () -> view.root().lookup("#running").isVisible());
        Screenshots.saveScene(stage.getScene(), "overview-running");
        assertThat(this.<Node>find("#findings-item-unknown")).as("readable meanwhile").isNotNull();
        press("#cancel");
        held.release();
        Fx.waitFor("it ended", () -> !view.root().lookup("#running").isVisible());
        assertThat(this.<Node>find("#findings-item-unknown")).as("the former results stay").isNotNull();
        assertThat(((Label) find("#statusText")).getText()).doesNotContain("Checking");
        close();
    }
}

package dev.switchboard.ui.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.job.JobRunner;
import dev.switchboard.seeding.load.LoadResult;
import dev.switchboard.session.Session;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.common.MissingTableDetector;
import dev.switchboard.ui.common.Theme;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.testing.Backends;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form of a synthetic load, without a window and with one. */
class LoadScreenTest {
    @TempDir
    Path home;
    @AutoClose private Backends backends;

    private LoadViewModel model(TestContext test) {
        Session session = test.context().session();
        UiJobs jobs = new UiJobs(JobRunner.onCallingThread(), Runnable::run, session.explanations());
        return new LoadViewModel(session.loader(), new MissingTableDetector(session.tables(), session.settings().messagesTable(), jobs,
                () -> {}), jobs);
    }

    private static void sizes(LoadViewModel model, String users, String groups, String messages) {
        model.usersProperty().set(users);
        model.groupsProperty().set(groups);
        model.messagesProperty().set(messages);
    }

    @Test
    void thePlanIsWrittenAndARepeatWritesNothing() {
        backends = Backends.ready(home);
        LoadViewModel model = model(backends.dev());
        sizes(model, "20", "30", "300");
        assertThat(model.planProperty().get()).isNull();
        model.preview();
        assertThat(model.planProperty().get().spec().items()).isEqualTo(360);
        assertThat(model.planProperty().get().samples().getFirst().conversations()).isGreaterThan(10);
        assertThat(model.planProperty().get().repeated()).isFalse();
        model.run();
        LoadResult result = model.resultProperty().get();
        assertThat(result.written()).isEqualTo(360);
        assertThat(backends.session().users().all()).hasSize(26);
        model.preview();
        assertThat(model.planProperty().get().repeated()).isTrue();
        model.run();
        assertThat(model.resultProperty().get().unchanged()).isEqualTo(360);
    }

    @Test
    void valuesAreCheckedBeforeAnythingIsRead() {
        backends = Backends.empty(home);
        LoadViewModel model = model(backends.dev());
        sizes(model, "3", "4", "10");
        assertThat(model.problemProperty().get()).contains("3 users can have at most 3 conversations");
        sizes(model, "many", "3", "10");
        assertThat(model.problemProperty().get()).isEqualTo("Users: “many” is not a valid number. Use digits only.");
        sizes(model, "1,000", "3", "10");
        assertThat(model.problemProperty().get()).isEmpty();
        model.rateProperty().set("-1");
        assertThat(model.problemProperty().get()).contains("“-1” is not a valid number of write capacity units");
        model.preview();
        assertThat(model.planProperty().get()).isNull();
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.Empty.class);
        model.rateProperty().set("");
        model.preview();
        assertThat(model.planProperty().get()).as("there is no table").isNull();
    }

    @Test
    void productionAcceptsNoSyntheticData() {
        backends = Backends.ready(home);
        LoadViewModel model = model(backends.prd());
        assertThat(model.problemProperty().get())
                .isEqualTo("Synthetic data is for development, so prd does not accept it. Nothing was written.");
        model.preview();
        model.run();
        assertThat(model.planProperty().get()).isNull();
        assertThat(model.resultProperty().get()).isNull();
    }

    private static LoadedView open(TestContext test) {
        return Fx.onFx(() -> {
            LoadedView view = SeedingController.load(test.context(), () -> Backends.NOW);
            Theme.dress(new Scene(view.root(), 1072, 720));
            layout(view);
            view.controller().shown(Map.of());
            ((TabPane) view.root().lookup(".tab-pane")).getSelectionModel().select(1);
            layout(view);
            return view;
        });
    }

    private static void layout(LoadedView view) {
        for (int pass = 0; pass < 3; pass++) {
            view.root().applyCss();
            view.root().layout();
        }
    }

    private static void type(LoadedView view, String id, String text) {
        Fx.onFx(() -> ((TextField) view.root().lookup(id)).setText(text));
    }

    /** What can be seen on the selected tab. */
    private static List<String> texts(LoadedView view) {
        return Fx.onFx(() -> view.root().lookupAll(".text").stream()
                .filter(node -> node instanceof Text && isShown(node))
                .map(node -> ((Text) node).getText())
                .toList());
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void press(LoadedView view, String id, String picture) {
        Fx.onFx(() -> ((Button) view.root().lookup(id)).fire());
        Fx.onFx(() -> layout(view));
        Screenshots.save(view.root(), "seeding-load-" + picture, 1072, 720);
    }

    @Test
    void picturesOfEachState() {
        backends = Backends.ready(home);
        LoadedView view = open(backends.dev());
        Screenshots.save(view.root(), "seeding-load-no-preview", 1072, 720);
        type(view, "#users", "20");
        type(view, "#groups", "30");
        type(view, "#messages", "300");
        press(view, "#loadRun", "preview");
        press(view, "#loadRun", "done");
        type(view, "#rate", "50");
        press(view, "#loadRun", "repeated");
        type(view, "#groups", "3000");
        Fx.onFx(() -> layout(view));
        Screenshots.save(view.root(), "seeding-load-invalid", 1072, 720);
        assertThat(texts(view)).as("the state in place of the preview").contains("The values are not valid");
        LoadedView prd = open(backends.prd());
        Screenshots.save(prd.root(), "seeding-load-prd", 1072, 720);
        assertThat(texts(prd)).as("no offer to unlock, which would not help").contains("Not available here").doesNotContain("Unlock…");
    }
}

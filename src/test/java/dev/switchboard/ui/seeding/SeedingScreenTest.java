package dev.switchboard.ui.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.settings.Setting;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.common.Theme;
import dev.switchboard.ui.testing.Backends;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the screen headless in each of its states and takes screenshots. */
class SeedingScreenTest {
    @TempDir
    Path home;
    @AutoClose private Backends backends;

    private static LoadedView open(TestContext test, Map<String, String> arguments) {
        return Fx.onFx(() -> {
            LoadedView view = SeedingController.load(test.context(), () -> Backends.NOW);
            Theme.dress(new Scene(view.root(), 1072, 720));
            layout(view);
            view.controller().shown(arguments);
            layout(view);
            return view;
        });
    }

    private static void layout(LoadedView view) {
        // Each pass creates the skins of nodes that the previous pass added to the scene.
        for (int pass = 0; pass < 3; pass++) {
            view.root().applyCss();
            view.root().layout();
        }
    }

    private static void picture(LoadedView view, String name) {
        Screenshots.save(view.root(), "seeding-" + name, 1072, 720);
    }

    /** What is drawn of a label, which cuts its text where there is no room for it. */
    private static String drawn(LoadedView view, String label) {
        return Fx.onFx(() -> ((Text) view.root().lookup(label + " .text")).getText());
    }

    private static boolean says(Parent root, String text) {
        return Fx.onFx(() -> root.lookupAll("*").stream().anyMatch(
                node -> node instanceof Labeled labeled && labeled.getText() != null && labeled.getText().contains(text) && seen(node)));
    }

    private static boolean seen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void press(LoadedView view, String id) {
        Fx.onFx(() -> ((Button) view.root().lookup(id)).fire());
        Fx.onFx(() -> layout(view));
    }

    @Test
    void previewResultAndLinkToConversation() {
        backends = Backends.ready(home);
        LoadedView view = open(backends.dev(), Map.of("from", "chidi"));
        assertThat(says(view.root(), "No preview yet")).isTrue();
        picture(view, "no-preview");
        press(view, "#run");
        assertThat(says(view.root(), "The group items of @chidi and @ada")).isTrue();
        picture(view, "preview");
        press(view, "#run");
        assertThat(says(view.root(), "messages and 2 group items written")).isTrue();
        press(view, "#run");
        assertThat(says(view.root(), "This conversation was seeded before")).isTrue();
        picture(view, "done");
        Screenshots.save(view.root(), "seeding-small-done", 832, 620);
        assertThat(drawn(view, "#replacesText")).as("in the smallest window").endsWith("and Undo restores them.");
        assertThat(drawn(view, "#doneText")).doesNotEndWith("…");
        assertThat(drawn(view, "#replacesText")).as("the warning is not cut").endsWith("and Undo restores them.");
        assertThat(drawn(view, "#into")).endsWith("creates no duplicates.");
        Fx.onFx(() -> view.root().lookupAll(".button").stream()
                .filter(node -> ((Button) node).getText() != null && ((Button) node).getText().equals("Open conversation"))
                .forEach(node -> ((Button) node).fire()));
        assertThat(backends.dev().navigator().ways).singleElement().asString().startsWith("conversations").contains("user=chidi");
    }

    @Test
    void invalidLineIsReportedAndNothingIsWritten() throws IOException {
        backends = Backends.ready(home);
        Path file = Files.writeString(home.resolve("tides.txt"), "Person 1: High water at six.\nSomebody: Low water at noon.\n");
        backends.dev().dialogs().file = file;
        LoadedView view = open(backends.dev(), Map.of());
        Fx.onFx(() -> ((RadioButton) view.root().lookup("#file")).fire());
        assertThat(says(view.root(), "tides.txt")).isTrue();
        picture(view, "bad-line");
        Files.writeString(file, "Person 1: High water at six.\nPerson 2: Then we leave at five.\n");
        Fx.onFx(() -> ((RadioButton) view.root().lookup("#custom")).fire());
        Fx.onFx(() -> ((RadioButton) view.root().lookup("#file")).fire());
        press(view, "#run");
        assertThat(says(view.root(), "Write 2 messages")).isTrue();
        picture(view, "file");
    }

    @Test
    void emptyErrorAndLockedStates() {
        backends = Backends.empty(home).withUsers();
        LoadedView noTable = open(backends.dev(), Map.of());
        press(noTable, "#run");
        assertThat(says(noTable.root(), "not found")).isTrue();
        picture(noTable, "no-table");
        backends.withTable(false);
        LoadedView dead = open(backends.without(Setting.DYNAMODB_ENDPOINT, "http://127.0.0.1:9"), Map.of());
        press(dead, "#run");
        assertThat(says(dead.root(), "Try again")).isTrue();
        picture(dead, "dead");
        LoadedView locked = open(backends.prd(), Map.of());
        assertThat(says(locked.root(), "prd is locked")).isTrue();
        press(locked, "#run");
        assertThat(Fx.onFx(() -> locked.root().lookup("#run").isDisabled())).as("a preview only reads").isTrue();
        picture(locked, "locked");
    }

    @Test
    void fewerThanTwoUsersLeadToTheDatabase() {
        backends = Backends.empty(home);
        backends.session().databaseSetup().loadSchema(dev.switchboard.job.Progress.NONE);
        LoadedView view = open(backends.dev(), Map.of());
        assertThat(says(view.root(), "A conversation needs two users")).isTrue();
        picture(view, "no-users");
    }
}

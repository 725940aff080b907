package dev.switchboard.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.ConversationStartResult;
import dev.switchboard.conversations.Participant;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Entry;
import dev.switchboard.seeding.ConversationFileReader;
import dev.switchboard.session.Session;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.testing.Backends;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import dev.switchboard.users.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesScreenTest {
    @TempDir
    Path home;

    private static Participant person(Backends on, String handle) {
        User user = on.user(handle);
        return new Participant(user.uuid(), user.handle(), user.displayName());
    }

    private static LoadedView open(TestContext test) {
        LoadedView view = Fx.onFx(() -> ActivityController.SCREEN.loader().apply(test.context()));
        Fx.onFx(() -> view.controller().shown(Map.of("pane", "changes")));
        return view;
    }

    @SuppressWarnings("unchecked")
    private static TableView<Entry> changes(LoadedView view) {
        return (TableView<Entry>) view.root().lookup("#changes");
    }

    private static String text(LoadedView view, String id) {
        return ((Label) view.root().lookup(id)).getText();
    }

    private static void close(LoadedView view, Stage stage) {
        Fx.onFx(() -> {
            view.controller().closed();
            stage.hide();
        });
    }

    private static String work(Backends on) {
        Session session = on.session();
        Participant ada = person(on, "ada");
        var plan = session.seeder().plan(ada, person(on, "bruno"), ConversationFileReader.bundled(), null);
        session.seeder().run(plan, Progress.NONE);
        session.sending().start(ada, person(on, "chidi"), "Are you free on Monday?");
        ConversationStartResult.New started =
                (ConversationStartResult.New) session.sending().start(person(on, "bruno"), person(on, "chidi"), "Hello, Chidi!");
        session.sending().send(started.groupUuid(), person(on, "chidi"), "Hello! See you at the harbour.");
        return session.changes().list(1).entries().getFirst().id();
    }

    @Test
    void changeIsShownWithDataAndUndoneOnce() {
        try (Backends backends = Backends.ready(home)) {
            String sent = work(backends);
            LoadedView view = open(backends.dev());
            Stage stage = Screenshots.show(view.root(), 1240, 760);
            TableView<Entry> table = changes(view);
            assertThat(table.getItems()).hasSizeGreaterThanOrEqualTo(7);
            assertThat(table.getItems().getFirst().id()).isEqualTo(sent);
            Fx.onFx(() -> table.getSelectionModel().select(0));
            assertThat(text(view, "#whatText")).startsWith("Sending a message as @chidi");
            String rows = ((TextArea) view.root().lookup("#rows")).getText();
            assertThat(rows).contains("before  (none)").contains("See you at the harbour");
            Fx.onFx(() -> ((Button) view.root().lookup("#compare")).fire());
            assertThat(text(view, "#now")).isEqualTo("Unchanged since: 5 items");
            Screenshots.saveScene(stage.getScene(), "changes-full");

            Fx.onFx(() -> ((Button) view.root().lookup("#undo")).fire());
            TestContext dev = backends.dev();
            assertThat(dev.dialogs().errors).isEmpty();
            assertThat(dev.dialogs().asked).singleElement().asString()
                    .startsWith("Undo this change?\nSending a message as @chidi")
                    .contains("Undo restores 5 items or rows")
                    .endsWith("\nUndo");
            assertThat(dev.notices().said).containsExactly("5 items were restored.");
            assertThat(table.getItems().getFirst().intent().undoes()).isEqualTo(sent);
            assertThat(text(view, "#whatText")).as("the same change stays chosen").startsWith("Sending a message as @chidi");
            assertThat(view.root().lookup("#undo").isDisabled()).isTrue();
            assertThat(text(view, "#disabledReason")).startsWith("It was already undone by change ");
            Screenshots.saveScene(stage.getScene(), "changes-undone");

            Entry table0 =
                    table.getItems().stream().filter(entry -> entry.intent().operation().equals("tables create")).findFirst().orElseThrow();
            Fx.onFx(() -> table.getSelectionModel().select(table0));
            assertThat(view.root().lookup("#undo").isDisabled()).isTrue();
            assertThat(text(view, "#disabledReason")).contains("delete it");
            close(view, stage);
        }
    }

    @Test
    void missingOutcomeIsDerivedFromCurrentData() throws IOException {
        try (Backends backends = Backends.ready(home)) {
            String sent = work(backends);
            cutTheEnd(sent);
            LoadedView view = open(backends.dev());
            Stage stage = Screenshots.show(view.root(), 1240, 760);
            Fx.onFx(() -> changes(view).getSelectionModel().select(0));
            assertThat(text(view, "#end")).startsWith("The outcome was not recorded");
            assertThat(text(view, "#now")).startsWith("Unchanged since: ");
            Screenshots.saveScene(stage.getScene(), "changes-not-known");
            close(view, stage);
        }
    }

    @Test
    void damagedChangeIsMarkedAndCannotBeUndone() throws IOException {
        try (Backends backends = Backends.ready(home)) {
            work(backends);
            try (Stream<Path> files = Files.list(home.resolve("journal"))) {
                Path file = files.findFirst().orElseThrow();
                Files.writeString(file,
                        Files.readString(file).replace("Hello! See you at the harbour.\"}", "Hello! See you at the harbor.\"}"));
            }
            LoadedView view = open(backends.dev());
            Stage stage = Screenshots.show(view.root(), 1240, 760);
            Fx.onFx(() -> changes(view).getSelectionModel().select(0));
            assertThat(ChangeFormatter.outcome(changes(view).getItems().getFirst())).isEqualTo("Damaged");
            assertThat(ChangeFormatter.outcome(changes(view).getItems().get(1))).isEqualTo("Done");
            assertThat(text(view, "#end")).contains("is damaged", "The data below may be incomplete");
            assertThat(view.root().lookup("#undo").isDisabled()).isTrue();
            assertThat(text(view, "#disabledReason")).startsWith("The journal of this change is damaged").contains(": line ");
            Fx.onFx(() -> ((Button) view.root().lookup("#compare")).fire());
            assertThat(text(view, "#now")).contains("is damaged");
            Screenshots.saveScene(stage.getScene(), "changes-damaged");
            close(view, stage);
        }
    }

    /** The journal after a killed process: the last line is missing, and another line is incomplete. */
    private void cutTheEnd(String id) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("journal"))) {
            Path file = files.findFirst().orElseThrow();
            String whole = Files.readString(file);
            int end = whole.lastIndexOf("{\"line\":\"outcome\",\"id\":\"" + id);
            Files.writeString(file, whole.substring(0, end + 40));
        }
    }

    @Test
    void emptyUnreadableAndLockedStatesAreShown() throws IOException {
        try (Backends backends = Backends.empty(home)) {
            LoadedView empty = open(backends.dev());
            Screenshots.save(empty.root(), "changes-empty", 1240, 760);
            assertThat(empty.root().lookup("#changesOverlay").lookup(".state-badge")).isNotNull();
            Fx.onFx(() -> empty.controller().closed());

            backends.withUsers().withTable(false);
            TestContext prd = backends.prd();
            prd.context().session().lock().unlock("prd");
            User ada = backends.user("ada");
            User bruno = backends.user("bruno");
            prd.context().session().sending().start(
                    new Participant(ada.uuid(), ada.handle(), ada.displayName()),
                    new Participant(bruno.uuid(), bruno.handle(), bruno.displayName()), "hello");
            prd.context().session().lock().lock();
            prd.context().lock().tick();
            LoadedView locked = open(prd);
            Stage stage = Screenshots.show(locked.root(), 1240, 760);
            Fx.onFx(() -> changes(locked).getSelectionModel().select(0));
            assertThat(locked.root().lookup("#undo").isDisabled()).isTrue();
            assertThat(text(locked, "#disabledReason")).isEqualTo("Unlock prd to undo.");
            Screenshots.saveScene(stage.getScene(), "changes-locked");
            close(locked, stage);

            try (Stream<Path> files = Files.list(home.resolve("journal"))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                    Files.createDirectory(file);
                }
            }
            LoadedView failing = open(backends.dev());
            Screenshots.save(failing.root(), "changes-failing", 1240, 760);
            assertThat(failing.root().lookup("#changesOverlay").lookup(".button")).isNotNull();
            Fx.onFx(() -> failing.controller().closed());
        }
    }

    @Test
    void filterNarrowsList() {
        try (Backends backends = Backends.ready(home)) {
            work(backends);
            ChangesViewModel model = new ChangesViewModel(backends.dev().context());
            model.refresh();
            model.filterProperty().set("  CHIDI starting ");
            assertThat(model.shown()).hasSize(2).allMatch(entry -> entry.intent().operation().equals("conversations start"));
            assertThat(model.sumsProperty().get()).isEqualTo("2 changes");
            model.filterProperty().set("nobody did this");
            assertThat(model.stateProperty().get()).isInstanceOf(dev.switchboard.ui.common.ViewState.Empty.class);
        }
    }
}

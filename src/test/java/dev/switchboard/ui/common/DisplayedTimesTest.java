package dev.switchboard.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.Participant;
import dev.switchboard.job.Progress;
import dev.switchboard.ui.activity.ActivityController;
import dev.switchboard.ui.conversations.ConversationsController;
import dev.switchboard.ui.database.DatabaseController;
import dev.switchboard.ui.seeding.SeedingController;
import dev.switchboard.ui.tables.TablesController;
import dev.switchboard.ui.testing.Backends;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every time on a screen is in the zone that is chosen, also when it is chosen while the screen is open, and says which that is. */
class DisplayedTimesTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @TempDir
    Path home;
    @AutoClose private Backends backends;

    @BeforeEach
    void engines() {
        backends = Backends.ready(home);
    }

    private LoadedView open(ScreenDefinition screen, Map<String, String> arguments) {
        return Fx.onFx(() -> {
            backends.dev().context().state().zoneProperty().set(ZoneOffset.UTC);
            LoadedView view = screen.loader().apply(backends.dev().context());
            view.controller().shown(arguments);
            return view;
        });
    }

    private void inTokyo() {
        Fx.onFx(() -> backends.dev().context().state().zoneProperty().set(TOKYO));
        Fx.pulse();
        Fx.pulse();
    }

    private static TreeSet<String> texts(Parent root) {
        return Fx.onFx(() -> {
            TreeSet<String> texts = new TreeSet<>();
            collect(root, texts);
            return texts;
        });
    }

    private static void collect(Node node, TreeSet<String> texts) {
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            texts.add(labeled.getText());
        }
        if (node instanceof TableView<?> table) {
            table.getColumns().forEach(column -> texts.add(column.getText()));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    private static String inFull(TreeSet<String> texts) {
        return String.join("\n", texts);
    }

    @Test
    void backupsOfTables() {
        backends.session().backups().backup(backends.session().settings().messagesTable(), null, Progress.NONE);
        LoadedView view = open(TablesController.SCREEN, Map.of());
        Stage stage = Screenshots.show(view.root(), 1240, 760);
        assertThat(inFull(texts(view.root()))).contains("Created (UTC)");
        inTokyo();
        assertThat(inFull(texts(view.root()))).contains("Created (Tokyo)", "Asia/Tokyo");
        Fx.onFx(stage::hide);
    }

    @Test
    void backupsOfDatabases() {
        backends.session().databaseBackups().backup(null, Progress.NONE);
        LoadedView view = open(DatabaseController.SCREEN, Map.of());
        Stage stage = Screenshots.show(view.root(), 1240, 760);
        assertThat(inFull(texts(view.root()))).contains("22 Nov 2026, 12:10 UTC");
        inTokyo();
        assertThat(inFull(texts(view.root()))).contains("22 Nov 2026, 21:10 Asia/Tokyo").doesNotContain("12:10 UTC");
        Screenshots.saveScene(stage.getScene(), "database-backups-tokyo");
        Fx.onFx(stage::hide);
    }

    @Test
    void openChangeAndTheListOfChanges() {
        backends.session().sending().start(Participant.of(backends.user("ada")), Participant.of(backends.user("bruno")), "Hello");
        LoadedView view = open(ActivityController.SCREEN, Map.of("pane", "changes"));
        Stage stage = Screenshots.show(view.root(), 1240, 760);
        Fx.onFx(() -> ((TableView<?>) view.root().lookup("#changes")).getSelectionModel().select(0));
        assertThat(inFull(texts(view.root()))).contains("Time (UTC)", "22 Nov 2026, 12:10 UTC · ");
        inTokyo();
        assertThat(inFull(texts(view.root()))).contains("Time (Tokyo)", "22 Nov 2026, 21:10 Asia/Tokyo · ").doesNotContain("12:10 UTC");
        Screenshots.saveScene(stage.getScene(), "changes-tokyo");
        Fx.onFx(() -> {
            view.controller().closed();
            stage.hide();
        });
    }

    @Test
    void openCallAndTheListOfCalls() {
        backends.session().users().all();
        LoadedView view = open(ActivityController.SCREEN, Map.of());
        Stage stage = Screenshots.show(view.root(), 1240, 760);
        Fx.onFx(() -> ((TableView<?>) view.root().lookup("#table")).getSelectionModel().select(0));
        assertThat(inFull(texts(view.root()))).contains("Time (UTC)").containsPattern("\\d\\d:\\d\\d UTC · ");
        inTokyo();
        assertThat(inFull(texts(view.root()))).contains("Time (Tokyo)").containsPattern("\\d\\d:\\d\\d Asia/Tokyo · ");
        Fx.onFx(() -> {
            view.controller().closed();
            stage.hide();
        });
    }

    @Test
    void previewAndResultOfASeed() {
        LoadedView view = open(SeedingController.SCREEN, Map.of());
        Stage stage = Screenshots.show(view.root(), 1240, 760);
        Screenshots.saveScene(stage.getScene(), "seed-no-preview");
        Button run = (Button) view.root().lookup("#run");
        assertThat(run.getText()).isEqualTo("Preview");
        Fx.onFx(run::fire);
        assertThat(inFull(texts(view.root()))).contains("Time (UTC)").containsPattern("First\\b").contains(" UTC");
        inTokyo();
        assertThat(inFull(texts(view.root()))).contains("Time (Tokyo)", " Asia/Tokyo");
        Fx.onFx(run::fire);
        assertThat(inFull(texts(view.root()))).containsPattern("The last message is from .* Asia/Tokyo\\.");
        Fx.onFx(stage::hide);
    }

    @Test
    void conversations() {
        backends.session().sending().start(Participant.of(backends.user("ada")), Participant.of(backends.user("bruno")), "Hello");
        LoadedView view = open(ConversationsController.SCREEN, Map.of("user", "ada"));
        Stage stage = Screenshots.show(view.root(), 1240, 760);
        assertThat(inFull(texts(view.root()))).contains("When (UTC)");
        inTokyo();
        assertThat(inFull(texts(view.root()))).contains("When (Tokyo)").doesNotContain("(UTC)");
        Fx.onFx(stage::hide);
    }

    /** A time that is written in a fixed zone would not follow the choice. */
    @Test
    void noScreenWritesTimesInAZoneOfItsOwn() throws IOException {
        List<String> choosing = List.of("Formats.java", "WindowState.java", "ZoneMenu.java");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/switchboard/ui"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (!choosing.contains(file.getFileName().toString())) {
                    assertThat(Files.readString(file)).as(file.toString())
                            .doesNotContain("ZoneOffset.UTC", "ZoneId.systemDefault", "ofPattern(\"HH:mm 'UTC'");
                }
            }
        }
    }
}

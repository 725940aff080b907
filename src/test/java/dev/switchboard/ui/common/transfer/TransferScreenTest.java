package dev.switchboard.ui.common.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.job.Progress;
import dev.switchboard.settings.Environment;
import dev.switchboard.transfer.ConflictMode;
import dev.switchboard.transfer.ImportOptions;
import dev.switchboard.transfer.ImportReport;
import dev.switchboard.transfer.format.TransferFormat;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.LiveContext;
import dev.switchboard.ui.testing.Screenshots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The dialogs in a window, operated by a robot. */
@Timeout(120)
class TransferScreenTest {
    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = Screenshots.show(new StackPane(), 1000, 760);
        Fx.onFx(() -> {
            stage.setX(0);
            stage.setY(0);
        });
    }

    @AfterEach
    void close() {
        // With the dialogs of a test that failed, which later tests would find.
        Fx.onFx(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    private void later(Runnable action) {
        Fx.onFx(() -> Platform.runLater(action));
    }

    private void awaitDialog() {
        Fx.waitFor("the dialog is shown", () -> robot.lookup(".switchboard-dialog").tryQuery().isPresent());
    }

    private void picture(String name) {
        Screenshots.saveScene(robot.lookup(".switchboard-dialog").query().getScene(), name);
    }

    private Button action() {
        return robot.lookup(".switchboard-dialog .button.accent").queryAs(Button.class);
    }

    private void cancel() {
        // Not by a click of the robot, which measures the text on this thread while the dialog is still drawn on the other one.
        DialogPane pane = robot.lookup(".switchboard-dialog").queryAs(DialogPane.class);
        Fx.onFx(() -> pane.getButtonTypes().stream()
                .filter(type -> type.getButtonData().isCancelButton())
                .map(type -> (Button) pane.lookupButton(type))
                .forEach(Button::fire));
        Fx.waitFor("the dialog is closed", () -> robot.lookup(".switchboard-dialog").tryQuery().isEmpty());
    }

    @Test
    void anExportIsSetUpByKeyboardAndRun() {
        try (TransferFixture fixture = new TransferFixture(folder, Environment.DEV)) {
            fixture.fill(20);
            UiContext context = LiveContext.of(fixture.test, stage);
            later(() -> ExportDialog.open(context, TransferSubject.table(fixture.table)));
            awaitDialog();
            Fx.onFx(() -> robot.lookup("#export-file").queryAs(TextField.class).setText("relative.json"));
            picture("transfer-export-invalid");
            assertThat(action().isDisabled()).isTrue();
            Path file = fixture.folder.resolve("mine.json.gz");
            Fx.onFx(() -> robot.lookup("#export-file").queryAs(TextField.class).setText(file.toString()));
            Fx.onFx(() -> robot.lookup("#export-format").<ComboBox<TransferFormat>>query().setValue(TransferFormat.CSV));
            picture("transfer-export");
            robot.clickOn(action());
            Fx.waitFor("the export is done", () -> !fixture.test.notices().said.isEmpty());
            assertThat(fixture.folder.resolve("mine.csv.gz")).isNotEmptyFile();
        }
    }

    private ImportFormViewModel compared(TransferFixture fixture) throws Exception {
        fixture.fill(6);
        Path file = folder.resolve("orders.json");
        StringBuilder lines = new StringBuilder();
        for (int i = 2; i < 9; i++) {
            lines.append(TransferFixture.item(i, i < 4 ? "t" + i : "imported " + i).with("state", "read").toJson()).append('\n');
        }
        Files.writeString(file, lines + TransferFixture.item(1, "t1").toJson() + "\n{\"pk\":{\"S\":\"no sort key\"}}\n");
        ImportReport report = fixture.context.session().transfers().importer().run(fixture.table, file,
                ImportOptions.of(TransferFormat.DYNAMODB_JSON, ConflictMode.REPLACE).dry(), Progress.NONE);
        return new ImportFormViewModel(fixture.table, file, TransferFormat.DYNAMODB_JSON, report);
    }

    @Test
    void aComparisonShowsEachKind() throws Exception {
        try (TransferFixture fixture = new TransferFixture(folder, Environment.DEV)) {
            UiContext context = LiveContext.of(fixture.test, stage);
            ImportFormViewModel form = compared(fixture);
            later(() -> context.dialogs().form("Import items into " + fixture.table, new ImportForm(context, form), "Import",
                    form.errorProperty().isNotEmpty()));
            awaitDialog();
            picture("transfer-import-new");
            for (String kind : new String[] {"changed", "same", "rejected"}) {
                Fx.onFx(() -> robot.lookup("#diff-" + kind).queryAs(javafx.scene.control.ToggleButton.class).fire());
                picture("transfer-import-" + kind);
            }
            Fx.onFx(() -> robot.lookup("#import-conflict").<ComboBox<ConflictMode>>query().setValue(ConflictMode.FAIL));
            picture("transfer-import-exists");
            assertThat(action().isDisabled()).isTrue();
            cancel();
        }
    }

    @Test
    void theFormatIsShownBeforeTheComparison() {
        try (TransferFixture fixture = new TransferFixture(folder, Environment.DEV)) {
            UiContext context = LiveContext.of(fixture.test, stage);
            later(() -> context.dialogs().form("Import items into orders",
                    new ImportFileForm("orders", Path.of("/home/ada/orders.json.gz"), TransferFormat.JSON), "Compare", null));
            awaitDialog();
            picture("transfer-import-file");
            cancel();
        }
    }

    @Test
    void lockedPrdSaysSoInTheImportAndTheCopy() throws Exception {
        try (TransferFixture fixture = new TransferFixture(folder, Environment.PRD)) {
            UiContext context = LiveContext.of(fixture.test, stage);
            ImportFormViewModel form = compared(fixture);
            later(() -> context.dialogs().form("Import items into " + fixture.table, new ImportForm(context, form), "Import",
                    context.lock().closed()));
            awaitDialog();
            picture("transfer-import-locked");
            assertThat(action().isDisabled()).isTrue();
            cancel();
            later(() -> CopyDialog.open(context, TransferSubject.table(fixture.table), () -> {}));
            awaitDialog();
            picture("transfer-copy-to-dev");
            assertThat(action().isDisabled()).isFalse();
            Fx.onFx(() -> robot.lookup("#copy-environment").<ComboBox<Environment>>query().setValue(Environment.PRD));
            Fx.onFx(() -> robot.lookup("#copy-table").queryAs(TextField.class).setText("another"));
            picture("transfer-copy-locked");
            assertThat(action().isDisabled()).isTrue();
            cancel();
        }
    }
}

package dev.switchboard.ui.activity;

import dev.switchboard.activity.Backend;
import dev.switchboard.activity.Call;
import dev.switchboard.session.DataChange;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Clipboards;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.ScreenController;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewLoader;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the Activity screen: the calls of this session and, on a tab that loads on first use, the changes in the journal. */
public final class ActivityController implements ScreenController {
    private static final Messages TEXT = Messages.of(ActivityController.class);

    /** The screen. */
    public static final ScreenDefinition SCREEN = new ScreenDefinition(
            "activity",
            TEXT.get("title"),
            "fth-clock",
            context -> ViewLoader.load(ActivityController.class, () -> new ActivityController(context)));

    /** Update interval, independent of the number of calls per second. */
    private static final Duration EACH = Duration.millis(150);

    private final UiContext context;
    private final ActivityViewModel model;
    private final Timeline live;

    private final ChangesViewModel changes;
    private final ChangesController changesController;

    @FXML private TabPane tabs;

    @FXML private Tab changesTab;

    @FXML private Label sums;

    @FXML private TextField filter;

    @FXML private ComboBox<@Nullable Backend> backend;

    @FXML private CheckBox failedOnly;

    @FXML private StateOverlay overlay;

    @FXML private TableView<Call> table;

    @FXML private VBox detail;

    @FXML private VBox detailHint;

    @FXML private Label operation;

    @FXML private Label summary;

    @FXML private Label error;

    @FXML private Label commandLabel;

    @FXML private TextArea command;

    @FXML private Button copy;

    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    ActivityController(UiContext context) {
        this.context = context;
        model = new ActivityViewModel(context.session().activity());
        changes = new ChangesViewModel(context);
        changesController = new ChangesController(changes, context);
        live = new Timeline(new KeyFrame(EACH, event -> model.update()));
        live.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    void initialize() {
        tabs.getSelectionModel().selectedItemProperty().subscribe(this::showTab);
        filter.textProperty().bindBidirectional(model.filterProperty());
        failedOnly.selectedProperty().bindBidirectional(model.failedOnlyProperty());
        overlay.stateProperty().bind(model.stateProperty());
        backend.getItems().add(null);
        backend.getItems().addAll(Backend.values());
        backend.setConverter(new BackendConverter());
        backend.valueProperty().bindBidirectional(model.backendProperty());
        columns();
        table.getSelectionModel().selectedItemProperty().addListener((observable, old, now) -> show(now));
        context.zoneProperty().addListener((observable, old, now) -> show(table.getSelectionModel().getSelectedItem()));
        copy.setOnAction(event -> Clipboards.copy(command.getText()));
        commandLabel.setLabelFor(command);
        show(null);
        live.play();
    }

    private void showTab(Tab tab) {
        boolean ofChanges = tab.equals(changesTab);
        sums.textProperty().bind(ofChanges ? changes.sumsProperty() : model.sumsProperty());
        if (ofChanges) {
            if (tab.getContent() == null) {
                tab.setContent(ViewLoader.fragment(ChangesController.class, changesController));
            }
            changes.refresh();
        }
    }

    private boolean showsChanges() {
        return tabs.getSelectionModel().getSelectedItem().equals(changesTab);
    }

    private void columns() {
        TableColumns.of(table, "activity", context.state())
                .text("at", TEXT.get("column.at"), 96, call -> Formats.seconds(call.at(), context.zone()), Comparator.comparing(Call::at))
                .zoned(context.zoneProperty())
                .node("state", TEXT.get("column.state"), 62, call -> call.succeeded() ? "" : TEXT.get("failed"),
                        ActivityController::statusIcon)
                .text("backend", TEXT.get("column.backend"), 110, call -> call.backend().title())
                .text("operation", TEXT.get("column.operation"), 180, Call::operation)
                .mono("target", TEXT.get("column.target"), 160, Call::target)
                .number("duration", TEXT.get("column.duration"), 84, call -> call.duration().toNanos(),
                        call -> Formats.duration(call.duration()))
                .number("capacity", TEXT.get("column.capacity"), 96, call -> call.readCapacity() + call.writeCapacity(),
                        ActivityController::capacity)
                .identity(Call::number)
                .enterShowsRow()
                .show(model.shown());
    }

    private static Node statusIcon(Call call) {
        FontIcon icon = new FontIcon(call.succeeded() ? "fth-check" : "fth-x-circle");
        icon.getStyleClass().add(call.succeeded() ? "success" : "danger");
        return icon;
    }

    private static String capacity(Call call) {
        if (call.readCapacity() > 0 && call.writeCapacity() > 0) {
            return TEXT.get("capacity.both", Formats.capacity(call.readCapacity()), Formats.capacity(call.writeCapacity()));
        }
        if (call.readCapacity() > 0) {
            return TEXT.get("capacity.read", Formats.capacity(call.readCapacity()));
        }
        return call.writeCapacity() > 0 ? TEXT.get("capacity.write", Formats.capacity(call.writeCapacity())) : "";
    }

    private void show(@Nullable Call call) {
        detail.setVisible(call != null);
        detailHint.setVisible(call == null);
        if (call == null) {
            return;
        }
        operation.setText(call.backend().title() + " " + call.operation());
        String retries = call.retries() == 0 ? "" : " · " + TEXT.get("retries", call.retries());
        String cost = capacity(call).isEmpty() ? "" : " · " + capacity(call);
        summary.setText(Formats.zoned(call.at(), context.zone()) + " · " + Formats.duration(call.duration()) + cost + retries);
        error.setText(call.error());
        error.setVisible(!call.succeeded());
        error.setManaged(!call.succeeded());
        command.setText(call.command());
    }

    @Override
    public void shown(Map<String, String> arguments) {
        if ("changes".equals(arguments.get("pane"))) {
            tabs.getSelectionModel().select(changesTab);
        }
        refresh();
    }

    @Override
    public void refresh() {
        model.update();
        if (showsChanges()) {
            changes.refresh();
        }
    }

    @Override
    public boolean shows(DataChange change) {
        return change instanceof DataChange.History;
    }

    @Override
    public ObservableValue<@Nullable Instant> asOf() {
        // The calls are shown as they are made.
        return Bindings.createObjectBinding(
                () -> showsChanges() ? changes.asOf().property().get() : null,
                tabs.getSelectionModel().selectedItemProperty(), changes.asOf().property());
    }

    @Override
    public void focusFilter() {
        if (showsChanges()) {
            changesController.focusFilter();
            return;
        }
        filter.requestFocus();
        filter.selectAll();
    }

    @Override
    public boolean escape() {
        if (showsChanges()) {
            return changesController.escape();
        }
        boolean filtered = !filter.getText().isEmpty();
        filter.clear();
        return filtered;
    }

    @Override
    public void closed() {
        live.stop();
        changes.close();
    }

    private static final class BackendConverter extends StringConverter<@Nullable Backend> {
        @Override
        public String toString(@Nullable Backend backend) {
            return backend == null ? TEXT.get("backend.all") : backend.title();
        }

        @Override
        public @Nullable Backend fromString(String text) {
            return null;
        }
    }
}

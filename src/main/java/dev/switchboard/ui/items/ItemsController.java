package dev.switchboard.ui.items;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.failure.Explanation;
import dev.switchboard.session.DataChange;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Clipboards;
import dev.switchboard.ui.common.ScreenController;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewLoader;
import dev.switchboard.ui.items.edit.ItemEditing;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Binds the Items screen. */
public final class ItemsController implements ScreenController {
    private static final Messages TEXT = Messages.of(ItemsController.class);

    /** The screen. */
    public static final ScreenDefinition SCREEN = new ScreenDefinition(
            "items",
            TEXT.get("title"),
            "fth-list",
            context -> ViewLoader.load(ItemsController.class, () -> new ItemsController(context)));

    private static final long BATCH_MILLIS = 100;
    private final UiContext context;
    private final ItemsViewModel model;
    private final ItemEditing editing;
    private final Timeline clock;
    @FXML private ComboBox<String> tables;
    @FXML private TextField limit;
    @FXML private TextField segments;
    @FXML private TextField rate;
    @FXML private Button scan;
    @FXML private Button stop;
    @FXML private Label formError;
    @FXML private TextField filter;
    @FXML private HBox failureNote;
    @FXML private Label failureText;
    @FXML private SplitPane split;
    @FXML private StateOverlay overlay;
    @FXML private StackPane holder;
    @FXML private VBox itemPane;
    @FXML private TextArea json;
    @FXML private Label numbers;
    @FXML private Label meaning;
    @FXML private Label filtered;
    @FXML private Button newItem;
    @FXML private StackPane stagedHolder;
    private @Nullable Item shownItem;

    public ItemsController(UiContext context) {
        this(context, new ItemsViewModel(context, later()));
    }

    ItemsController(UiContext context, ItemsViewModel model) {
        this.context = context;
        this.model = model;
        editing = new ItemEditing(context);
        clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> model.tick()));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    private static Executor later() {
        return CompletableFuture.delayedExecutor(BATCH_MILLIS, TimeUnit.MILLISECONDS, Platform::runLater);
    }

    @FXML
    void initialize() {
        tables.setItems(model.tables());
        tables.valueProperty().bindBidirectional(model.tableProperty());
        limit.textProperty().bindBidirectional(model.form().limitProperty());
        segments.textProperty().bindBidirectional(model.form().segmentsProperty());
        rate.textProperty().bindBidirectional(model.form().rateProperty());
        filter.textProperty().bindBidirectional(model.filterProperty());
        bindForm();
        bindStatus();
        overlay.stateProperty().bind(model.stateProperty());
        ItemTable table = new ItemTable(model, context.state(), editing);
        holder.getChildren().add(table.root());
        table.selectedProperty().addListener((observable, old, now) -> show(now));
        model.runningProperty().addListener((observable, old, now) -> {
            if (now) {
                clock.play();
            } else {
                clock.stop();
            }
        });
        show(null);
        bindEditing();
    }

    private void bindEditing() {
        stagedHolder.getChildren().setAll(editing.panel());
        stagedHolder.managedProperty().bind(editing.panel().managedProperty());
        model.tableProperty().subscribe(table -> editing.use(table == null ? "" : table));
        newItem.disableProperty().bind(model.tableProperty().isNull());
    }

    private void bindForm() {
        formError.textProperty().bind(model.form().errorProperty());
        formError.visibleProperty().bind(formError.textProperty().isNotEmpty());
        formError.managedProperty().bind(formError.visibleProperty());
        scan.disableProperty().bind(model.tableProperty().isNull().or(model.form().errorProperty().isNotEmpty()));
        scan.visibleProperty().bind(model.runningProperty().not());
        scan.managedProperty().bind(scan.visibleProperty());
        stop.visibleProperty().bind(model.runningProperty());
        stop.managedProperty().bind(stop.visibleProperty());
        filter.disableProperty().bind(Bindings.isEmpty(model.rows()));
    }

    private void bindStatus() {
        numbers.textProperty().bind(model.statusProperty().map(ScanStatus::numbers));
        meaning.textProperty().bind(Bindings.createStringBinding(this::meaning, model.statusProperty(), model.changedProperty()));
        filtered.textProperty().bind(Bindings.createStringBinding(
                () -> model.filterProperty().get().isBlank() ? "" : TEXT.get("status.filtered", model.shown().size(), model.rows().size()),
                model.filterProperty(), model.shown(), model.rows()));
        model.failureProperty().addListener((observable, old, now) -> showFailure(now));
        showFailure(null);
    }

    private String meaning() {
        String meaning = model.statusProperty().get().meaning();
        return model.changedProperty().get() ? (meaning + " " + TEXT.get("status.changed")).strip() : meaning;
    }

    private void showFailure(@Nullable Explanation explanation) {
        failureNote.setVisible(explanation != null);
        failureNote.setManaged(explanation != null);
        if (explanation != null) {
            String remedy = explanation.remedy();
            failureText.setText(remedy == null ? explanation.sentence() : explanation.sentence() + " " + remedy);
        }
    }

    /** Shows an item next to the table; null hides the pane. */
    private void show(@Nullable Item item) {
        shownItem = item;
        if (item == null) {
            split.getItems().remove(itemPane);
            return;
        }
        json.setText(ItemCellFormatter.json(item));
        if (!split.getItems().contains(itemPane)) {
            split.getItems().add(itemPane);
            split.setDividerPositions(0.66);
        }
    }

    @FXML
    void scan() {
        model.scan();
    }

    @FXML
    void stop() {
        model.stop();
    }

    @FXML
    void newItem() {
        editing.create();
    }

    @FXML
    void editItem() {
        if (shownItem != null) {
            editing.edit(shownItem);
        }
    }

    @FXML
    void copyJson() {
        Clipboards.copy(json.getText());
    }

    @FXML
    void copyFailure() {
        Explanation explanation = model.failureProperty().get();
        if (explanation != null) {
            Clipboards.copy(explanation.detail());
        }
    }

    @Override
    public void shown(Map<String, String> arguments) {
        @Nullable String asked = arguments.get("table");
        model.loadTables();
        if (asked != null) {
            model.open(asked);
        }
    }

    @Override
    public boolean shows(DataChange change) {
        return switch (change) {
            case DataChange.Tables _,DataChange.Items _, DataChange.Conversations _ -> true;
            case DataChange.Users _,DataChange.Database _, DataChange.History _ -> false;
        };
    }

    @Override
    public void changed(Set<DataChange> changes) {
        if (changes.stream().anyMatch(DataChange.Tables.class::isInstance)) {
            model.loadTables();
        }
        if (changes.stream().anyMatch(this::isOfTable)) {
            model.changed();
        }
    }

    private boolean isOfTable(DataChange change) {
        String shown = model.tableProperty().get();
        return switch (change) {
            case DataChange.Items(String _, String table) -> table.equals(shown);
            case DataChange.Conversations _ -> context.session().settings().messagesTable().equals(shown);
            default -> false;
        };
    }

    @Override
    public ObservableValue<@Nullable Instant> asOf() {
        return model.asOf().property();
    }

    @Override
    public String unsaved() {
        return editing.unsaved();
    }

    @Override
    public void refresh() {
        model.loadTables();
        if (model.statusProperty().get().phase() != ScanStatus.Phase.NONE) {
            model.scan();
        }
    }

    @Override
    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    @Override
    public boolean escape() {
        if (model.runningProperty().get()) {
            model.stop();
            return true;
        }
        if (!model.filterProperty().get().isEmpty()) {
            model.filterProperty().set("");
            return true;
        }
        return false;
    }

    @Override
    public void closed() {
        clock.stop();
        model.close();
    }
}

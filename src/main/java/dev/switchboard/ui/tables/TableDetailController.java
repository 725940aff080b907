package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.item.IndexDetails;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.explorer.cost.TableCostEstimator;
import dev.switchboard.explorer.cost.TableUsage;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Clipboards;
import dev.switchboard.ui.common.Tooltips;
import dev.switchboard.ui.common.UiContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows the details of a table and the actions on it. */
final class TableDetailController {
    private static final Messages TEXT = Messages.of(TableDetailController.class);
    private static final Duration USAGE_PERIOD = Duration.ofHours(3);
    private final UiContext context;
    private final TablesViewModel model;
    private final TableRowActions actions;
    @FXML private Label name;
    @FXML private HBox statusHolder;
    @FXML private Button browse;
    @FXML private Button backUp;
    @FXML private Button protect;
    @FXML private Button recovery;
    @FXML private Button drop;
    @FXML private Button settings;
    @FXML private MenuButton transfer;
    @FXML private MenuButton copy;
    @FXML private HBox suggestion;
    @FXML private Label suggestionText;
    @FXML private GridPane facts;
    @FXML private VBox indexes;

    TableDetailController(UiContext context, TablesViewModel model, TableRowActions actions) {
        this.context = context;
        this.model = model;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        actions.browse().bind(browse);
        actions.backUp().bind(backUp);
        actions.settings().bind(settings);
        actions.protection().bind(protect);
        actions.recovery().bind(recovery);
        actions.drop().bind(drop);
        transfer.getItems().setAll(actions.transferItems());
        copy.getItems().setAll(actions.copyItems());
        suggestion.managedProperty().bind(suggestion.visibleProperty());
        model.selectedProperty().addListener((observable, old, now) -> show(now));
        context.zoneProperty().addListener((observable, old, now) -> show(model.selectedProperty().get()));
        show(model.selectedProperty().get());
    }

    private void show(@Nullable TableDetails table) {
        if (table == null) {
            return;
        }
        name.setText(table.name());
        statusHolder.getChildren().setAll(TableListColumns.status(table));
        showSafety(table);
        List<Button> focused = Stream.of(protect, recovery).filter(Node::isFocused).toList();
        facts.getChildren().clear();
        List<LabeledValue> all = new ArrayList<>(TableDetailsFormatter.facts(table, context.zone()));
        all.add(new LabeledValue(TEXT.get("fact.cost"), TableCostEstimator.of(table, null).text(), false, false));
        Instant since = Instant.now().minus(USAGE_PERIOD);
        all.add(new LabeledValue(
                TEXT.get("fact.usage"), TableUsage.of(context.session().activity(), table.name(), since).text(), false, false));
        for (int row = 0; row < all.size(); row++) {
            add(all.get(row), row);
        }
        // Keeps the keyboard focus on a button that was just used.
        focused.forEach(Button::requestFocus);
        indexes.getChildren().clear();
        table.indexes().forEach(index -> indexes.getChildren().add(card(index)));
        if (table.indexes().isEmpty()) {
            Label none = new Label(TEXT.get("detail.no-index"));
            none.getStyleClass().add("text-muted");
            indexes.getChildren().add(none);
        }
    }

    private void showSafety(TableDetails table) {
        String text = TableDetailsFormatter.suggestion(table);
        suggestionText.setText(text);
        suggestion.setVisible(context.lock().environment().policy().confirmsDestruction() && !text.isEmpty());
    }

    private void add(LabeledValue fact, int row) {
        Label label = new Label(fact.label());
        label.getStyleClass().add("text-muted");
        label.setMinWidth(Label.USE_PREF_SIZE);
        Label value = new Label(fact.value());
        value.setWrapText(true);
        value.setMinHeight(Label.USE_PREF_SIZE);
        if (fact.mono()) {
            value.getStyleClass().add("mono");
        }
        facts.add(label, 0, row);
        @Nullable Button turn = switchOf(fact);
        facts.add(turn != null ? with(turn, value) : fact.copyable() ? withCopy(fact, value) : value, 1, row);
        GridPane.setValignment(label, turn == null ? VPos.TOP : VPos.CENTER);
    }

    /** The button that is shown next to a value, or null. */
    private @Nullable Button switchOf(LabeledValue fact) {
        if (fact.label().equals(TEXT.get("fact.protection"))) {
            return protect;
        }
        return fact.label().equals(TEXT.get("fact.recovery")) ? recovery : null;
    }

    private static Node with(Button turn, Label value) {
        value.setMinWidth(Label.USE_PREF_SIZE);
        HBox box = new HBox(8, value, turn);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Node withCopy(LabeledValue fact, Label value) {
        Button copy = new Button(null, new FontIcon("fth-copy"));
        copy.getStyleClass().addAll("button-icon", "flat", "small");
        Tooltips.name(copy, TEXT.get("detail.copy", fact.label()));
        copy.setOnAction(event -> Clipboards.copy(fact.value()));
        HBox box = new HBox(4, value, copy);
        HBox.setHgrow(value, Priority.ALWAYS);
        return box;
    }

    private static Node card(IndexDetails index) {
        Label title = new Label(index.name());
        title.getStyleClass().add("mono");
        HBox head = new HBox(8, title,
                TableListColumns.pill(TableDetailsFormatter.status(index.status()), TableDetailsFormatter.statusStyle(index.status())));
        head.setAlignment(Pos.CENTER_LEFT);
        Label keys = new Label(TableDetailsFormatter.keys(index.keys()));
        keys.setWrapText(true);
        Label line = new Label(TableDetailsFormatter.index(index));
        line.setWrapText(true);
        line.getStyleClass().addAll("text-muted", "text-small");
        VBox card = new VBox(head, keys, line);
        card.getStyleClass().add("index-card");
        return card;
    }
}

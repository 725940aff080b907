package dev.switchboard.ui.seeding;

import dev.switchboard.conversations.ScriptedMessage;
import dev.switchboard.seeding.SeedPlan;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewState;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** Binds the preview of the messages to be written and of the items to be replaced. */
final class PreviewController {
    private static final Messages TEXT = Messages.of(PreviewController.class);
    private final SeedingViewModel model;
    private final UiContext context;
    private final ObservableList<ScriptedMessage> rows = FXCollections.observableArrayList();

    @FXML private StateOverlay overlay;
    @FXML private FlowPane facts;
    @FXML private Label count;
    @FXML private Label first;
    @FXML private Label last;
    @FXML private Label groupRows;
    @FXML private HBox replaces;
    @FXML private Label replacesText;
    @FXML private HBox other;
    @FXML private Label otherText;
    @FXML private HBox stream;
    @FXML private TableView<ScriptedMessage> table;
    @FXML private Label closing;

    PreviewController(SeedingViewModel model, UiContext context) {
        this.model = model;
        this.context = context;
    }

    @FXML
    void initialize() {
        overlay.stateProperty().bind(model.stateProperty());
        NodeVisibility.when(facts, model.stateProperty().map(state -> state instanceof ViewState.Content));
        count.textProperty().bind(words(plan -> Formats.count(plan.messages().size())));
        first.textProperty().bind(words(plan -> Formats.zoned(plan.start(), context.zone())));
        last.textProperty().bind(words(plan -> Formats.zoned(plan.last(), context.zone())));
        groupRows.setText("2");
        note(replaces, replacesText, plan -> plan.replaces() > 0 ? TEXT.get("preview.replaces", plan.replaces()) : "");
        note(other, otherText, this::otherText);
        NodeVisibility.when(stream, words(plan -> plan.stream() && plan.replaces() > 0 ? "yes" : "").isNotEmpty());
        closing.textProperty().bind(words(plan -> TEXT.get("preview.group-rows", plan.from().handle(), plan.to().handle(),
                plan.messages().getLast().text().replace('\n', ' '))));
        columns();
        model.planProperty().subscribe(plan -> rows.setAll(plan == null ? java.util.List.of() : plan.messages()));
    }

    private String otherText(SeedPlan plan) {
        var group = plan.otherConversation();
        if (group == null) {
            return "";
        }
        Instant at = group.lastMessageAt().instant();
        return TEXT.get("preview.other", plan.from().handle(), plan.to().handle(),
                at == null ? group.lastMessageAt().text() : Formats.zoned(at, context.zone()));
    }

    private void note(HBox box, Label label, Function<SeedPlan, String> text) {
        StringBinding words = words(text);
        label.textProperty().bind(words);
        NodeVisibility.when(box, words.isNotEmpty());
    }

    /** A text about the plan that is updated with the plan and the time zone. */
    private StringBinding words(Function<SeedPlan, String> text) {
        return Bindings.createStringBinding(() -> {
            SeedPlan plan = model.planProperty().get();
            return plan == null ? "" : text.apply(plan);
        }, model.planProperty(), context.zoneProperty());
    }

    private void columns() {
        TableColumns.of(table, "seeding.preview", context.state())
                .text("when", TEXT.get("preview.when"), 200, row -> Formats.dateTime(row.at(), context.zone()),
                        Comparator.comparing(ScriptedMessage::at))
                .zoned(context.zoneProperty())
                .text("from", TEXT.get("preview.from"), 90, row -> "@" + row.from().handle())
                .text("text", TEXT.get("preview.text"), 230, ScriptedMessage::text)
                .show(rows);
    }
}

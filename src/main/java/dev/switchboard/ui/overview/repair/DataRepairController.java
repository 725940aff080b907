package dev.switchboard.ui.overview.repair;

import dev.switchboard.doctor.repair.RepairChoice;
import dev.switchboard.explorer.edit.AttributeChange;
import dev.switchboard.failure.Explanation;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.JobViewModel;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewLoader;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.common.diff.AttributeChangesTable;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Binds the pane that shows what a repair would write, and runs it. */
public final class DataRepairController {
    private static final Messages TEXT = Messages.of(DataRepairController.class);

    private final UiContext context;
    private final DataRepairViewModel model;
    private final Runnable goBack;
    private final AttributeChangesTable attributes = new AttributeChangesTable(TEXT.get("before"), TEXT.get("after"));
    @FXML private Button back;
    @FXML private Label title;
    @FXML private Button repair;
    @FXML private HBox choice;
    @FXML private ToggleGroup stays;
    @FXML private ToggleButton older;
    @FXML private ToggleButton newer;
    @FXML private HBox progress;
    @FXML private ProgressBar bar;
    @FXML private Label progressText;
    @FXML private Button cancel;
    @FXML private StateOverlay overlay;
    @FXML private Label summary;
    @FXML private ListView<RepairWrite> writes;
    @FXML private SplitPane differences;
    @FXML private Label cut;
    @FXML private Label refused;
    @FXML private ListView<RepairPlan.Refusal> refusals;

    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    private DataRepairController(UiContext context, DataRepairViewModel model, Runnable goBack) {
        this.context = context;
        this.model = model;
        this.goBack = goBack;
    }

    /** Loads the pane. */
    public static Parent load(UiContext context, DataRepairViewModel model, Runnable goBack) {
        return ViewLoader.fragment(DataRepairController.class, new DataRepairController(context, model, goBack));
    }

    @FXML
    void initialize() {
        title.setText(TEXT.get("title", model.check().title()));
        back.disableProperty().bind(model.repairingProperty());
        back.setOnAction(event -> goBack.run());
        choice();
        lists();
        running();
        model.planProperty().subscribe((@Nullable RepairPlan plan) -> show(plan));
        model.failureProperty().subscribe((@Nullable Explanation failure) -> state());
    }

    private void choice() {
        NodeVisibility.when(choice, new SimpleBooleanProperty(model.needsChoice()));
        choice.disableProperty().bind(model.repairingProperty());
        stays.selectToggle(model.choiceProperty().get() == RepairChoice.OLDER ? older : newer);
        stays.selectedToggleProperty().addListener((observable, old, now) -> {
            if (now == null) {
                // One of the two stays in any case.
                stays.selectToggle(old);
            } else {
                model.choiceProperty().set(older.isSelected() ? RepairChoice.OLDER : RepairChoice.NEWER);
            }
        });
    }

    private void lists() {
        differences.getItems().setAll(writes, attributes);
        differences.setDividerPositions(0.5);
        attributes.setId("attributes");
        writes.setCellFactory(list -> new RepairWriteCell());
        writes.getSelectionModel().selectedItemProperty().subscribe((@Nullable RepairWrite write) -> {
            List<AttributeChange> changes = write == null ? List.of() : write.attributes();
            attributes.show(changes);
        });
        refusals.setCellFactory(list -> cell(refusal -> refusal.finding().detail() + " " + refusal.reason()));
    }

    /** The text of a row. */
    private interface RowText<R> {
        String of(R row);
    }

    private static <R> ListCell<R> cell(RowText<R> text) {
        return new ListCell<>() {
            @Override
            protected void updateItem(@Nullable R row, boolean empty) {
                super.updateItem(row, empty);
                // As wide as the list, so that the whole text is seen without scrolling sideways.
                setPrefWidth(0);
                setWrapText(true);
                setText(row == null || empty ? null : AttributeChangesTable.line(text.of(row)));
            }
        };
    }

    private void running() {
        BooleanBinding none = Bindings.createBooleanBinding(
                () -> {
                    @Nullable RepairPlan plan = model.planProperty().get();
                    return plan == null || plan.repairable() == 0;
                },
                model.planProperty());
        repair.disableProperty().bind(none.or(model.repairingProperty()).or(context.lock().closed()));
        repair.setOnAction(event -> model.repair());
        NodeVisibility.when(progress, model.planningProperty().or(model.repairingProperty()));
        cancel.setOnAction(event -> {
            if (model.repairingProperty().get()) {
                model.stop();
            } else {
                goBack.run();
            }
        });
        follow(model.planningJobProperty());
        follow(model.repairingJobProperty());
        model.planningProperty().subscribe(now -> state());
    }

    private void follow(ReadOnlyObjectProperty<@Nullable JobViewModel> jobs) {
        jobs.subscribe((@Nullable JobViewModel job) -> {
            if (job != null) {
                bar.progressProperty().bind(job.fractionProperty());
                progressText.textProperty().bind(job.textProperty());
            }
        });
    }

    private void state() {
        @Nullable Explanation failure = model.failureProperty().get();
        overlay.stateProperty().set(
                failure != null
                        ? new ViewState.LoadFailure(failure, model::plan)
                        : model.planProperty().get() == null ? new ViewState.Loading(TEXT.get("planning", model.count()))
                        : ViewState.CONTENT);
    }

    private void show(@Nullable RepairPlan plan) {
        state();
        repair.setText(TEXT.get("repair", plan == null ? 0 : plan.repairable()));
        if (plan == null) {
            return;
        }
        summary.setText(summary(plan));
        writes.getItems().setAll(plan.writes());
        writes.getSelectionModel().selectFirst();
        shown(differences, plan.repairable() > 0);
        boolean some = plan.writes().size() < plan.written();
        cut.setText(some ? TEXT.get("cut", plan.writes().size(), plan.written()) : "");
        shown(cut, some);
        refused.setText(TEXT.get("refused", plan.impossible(), plan.refusals().size()));
        shown(refused, plan.impossible() > 0);
        refusals.getItems().setAll(plan.refusals());
        shown(refusals, plan.impossible() > 0);
    }

    private static String summary(RepairPlan plan) {
        List<String> sentences = new ArrayList<>();
        sentences.add(plan.repairable() == 0 ? TEXT.get("summary.none") : TEXT.get("summary", plan.repairable(), plan.written()));
        if (plan.gone() > 0) {
            sentences.add(TEXT.get("summary.gone", plan.gone()));
        }
        return String.join(" ", sentences);
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}

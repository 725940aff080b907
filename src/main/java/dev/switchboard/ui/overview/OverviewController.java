package dev.switchboard.ui.overview;

import dev.switchboard.doctor.CheckResult;
import dev.switchboard.failure.Explanation;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LockedNote;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.ScreenController;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewLoader;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.overview.OverviewViewModel.OverviewStatus;
import dev.switchboard.ui.overview.WelcomeViewModel.SetupState;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the Overview screen. */
public final class OverviewController implements ScreenController {
    private static final Messages TEXT = Messages.of(OverviewController.class);
    private static final List<String> BACKENDS = List.of("dynamodb", "postgres", "cognito");

    /** The screen. */
    public static final ScreenDefinition SCREEN = new ScreenDefinition(
            "overview",
            TEXT.get("title"),
            "fth-activity",
            context -> ViewLoader.load(OverviewController.class, () -> new OverviewController(context)));

    private final UiContext context;
    private final OverviewViewModel model;
    private final WelcomeViewModel welcomeModel;
    private final BooleanProperty checksChosen = new SimpleBooleanProperty();

    @FXML private LockedNote locked;

    @FXML private ProgressBar progress;

    @FXML private Button refresh;

    @FXML private StateOverlay overlay;

    @FXML private StackPane welcome;

    @FXML private ScrollPane content;

    @FXML private HBox status;

    @FXML private FontIcon statusIcon;

    @FXML private Label statusText;

    @FXML private Button next;

    @FXML private Button repairAll;

    @FXML private Button setUp;

    @FXML private GridPane cards;

    @FXML private VBox checks;

    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    OverviewController(UiContext context) {
        this.context = context;
        model = new OverviewViewModel(context, context.session().doctor());
        welcomeModel = new WelcomeViewModel(context, context.session().environmentSetup(), () -> overlay.getScene() != null);
    }

    @FXML
    void initialize() {
        locked.follow(context.lock());
        progress.visibleProperty().bind(model.checkingProperty().or(model.repairingProperty()));
        refresh.disableProperty().bind(model.checkingProperty().or(settingUp()));
        refresh.setOnAction(event -> model.check());
        welcome();
        next.setOnAction(event -> context.navigator().open("conversations"));
        repairAll.disableProperty().bind(model.repairingProperty());
        repairAll.setOnAction(event -> model.repairAll());
        setUp.setOnAction(event -> welcomeModel.start());
        BACKENDS.forEach(id -> cards.addRow(0, new BackendCard(id)));
        model.results().addListener((ListChangeListener<CheckResult>) change -> show());
        model.statusProperty().subscribe((OverviewStatus now) -> show(now));
        model.failureProperty().subscribe((@Nullable Explanation now) -> show(now));
    }

    private BooleanBinding settingUp() {
        return welcomeModel.stateProperty().isEqualTo(SetupState.RUNNING);
    }

    private void welcome() {
        BooleanBinding empty = model.statusProperty().isEqualTo(OverviewStatus.EMPTY).and(checksChosen.not());
        BooleanBinding begun = Bindings.createBooleanBinding(
                () -> switch (welcomeModel.stateProperty().get()) {
                    case RUNNING, STOPPED, FAILED -> true;
                    case READY, DONE -> false;
                },
                welcomeModel.stateProperty());
        BooleanBinding shown = empty.or(begun);
        NodeVisibility.when(welcome, shown);
        NodeVisibility.when(content, shown.not());
        shown.subscribe(now -> {
            if (now && welcome.getChildren().isEmpty()) {
                String code = context.session().environment().code();
                welcome.getChildren().add(
                        ViewLoader.fragment(WelcomeController.class, new WelcomeController(welcomeModel, code, this::showChecks)));
                welcomeModel.plan();
            }
        });
    }

    private void showChecks() {
        checksChosen.set(true);
        welcomeModel.dismiss();
        model.check();
    }

    private void show(@Nullable Explanation failure) {
        overlay.stateProperty().set(failure == null ? ViewState.CONTENT : new ViewState.LoadFailure(failure, model::check));
    }

    private void show(OverviewStatus now) {
        status.getStyleClass().setAll("note", style(now));
        statusText.setText(TEXT.get("status." + now, model.problems()));
        statusIcon.setIconLiteral(
                switch (now) {
                    case CHECKING -> "fth-loader";
                    case EMPTY -> "fth-package";
                    case GOOD -> "fth-check-circle";
                    case WARNINGS -> "fth-alert-triangle";
                    case FAILURES -> "fth-x-circle";
                });
        next.setVisible(now == OverviewStatus.GOOD);
        next.setManaged(now == OverviewStatus.GOOD);
        boolean empty = now == OverviewStatus.EMPTY;
        setUp.setVisible(empty);
        setUp.setManaged(empty);
        boolean several =
                now != OverviewStatus.CHECKING && !empty && model.repairs() > 1 && context.session().environment().policy().localDefaults();
        repairAll.setVisible(several);
        repairAll.setManaged(several);
    }

    private static String style(OverviewStatus status) {
        return switch (status) {
            case CHECKING, EMPTY -> "accent";
            case GOOD -> "success";
            case WARNINGS -> "warning";
            case FAILURES -> "danger";
        };
    }

    private void show() {
        cards.getChildren().forEach(card -> ((BackendCard) card).show(model.result(((BackendCard) card).backend())));
        checks.getChildren().setAll(model.results().stream()
                .filter(result -> !BACKENDS.contains(result.id()) || result.repair() != null)
                .map(this::row)
                .toList());
    }

    private CheckRow row(CheckResult result) {
        return new CheckRow(result, model.repairingProperty().or(context.lock().closed()), () -> model.repair(result));
    }

    @Override
    public void shown(Map<String, String> arguments) {
        if (arguments.containsKey("setup")) {
            welcomeModel.start();
            return;
        }
        // Actions on other screens can change the results.
        if (!model.checkingProperty().get() && !model.repairingProperty().get() && !settingUp().get()) {
            model.check();
        }
    }

    @Override
    public void refresh() {
        if (!settingUp().get()) {
            model.check();
        }
    }

    @Override
    public boolean escape() {
        boolean running = settingUp().get();
        if (running) {
            welcomeModel.stop();
        }
        return running;
    }
}

package dev.switchboard.ui.overview;

import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.data.DataSummary;
import dev.switchboard.failure.Explanation;
import dev.switchboard.session.DataChange;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
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
import dev.switchboard.ui.overview.charts.HealthCharts;
import dev.switchboard.ui.overview.charts.LatencyHistory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Binds the Overview screen. */
public final class OverviewController implements ScreenController {
    private static final Messages TEXT = Messages.of(OverviewController.class);

    /** The screen. */
    public static final ScreenDefinition SCREEN = new ScreenDefinition(
            "overview",
            TEXT.get("title"),
            "fth-activity",
            context -> ViewLoader.load(OverviewController.class, () -> new OverviewController(context)));

    private final UiContext context;
    private final OverviewViewModel model;
    private final WelcomeViewModel welcomeModel;
    private final InstantSource clock = InstantSource.system();
    private @Nullable SubViews subViews;
    private final NumbersViewModel numbersModel;
    private final BooleanProperty checksChosen = new SimpleBooleanProperty();

    @FXML private LockedNote locked;

    @FXML private ProgressBar progress;

    @FXML private Button refresh;

    @FXML private StateOverlay overlay;

    @FXML private StackPane welcome;

    @FXML private ScrollPane content;

    @FXML private StatusBanner banner;

    @FXML private GridPane cards;

    @FXML private Button checkAll;

    @FXML private NumbersPane numbers;

    @FXML private ChecksPane checks;

    @FXML private Label dataAge;

    @FXML private HealthCharts charts;

    @FXML private StackPane sub;

    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    OverviewController(UiContext context) {
        this.context = context;
        model = new OverviewViewModel(context, context.session().doctor());
        numbersModel = new NumbersViewModel(context, clock);
        welcomeModel = new WelcomeViewModel(context, context.session().environmentSetup(), () -> overlay.getScene() != null);
    }

    @FXML
    void initialize() {
        locked.follow(context.lock());
        // The longer ones have their progress in the banner.
        progress.visibleProperty().bind(model.checkingProperty().and(model.checkingAllProperty().not()));
        refresh.disableProperty().bind(model.checkingProperty().or(settingUp()));
        refresh.setOnAction(event -> refresh());
        SubViews views = new SubViews(context, model, sub);
        subViews = views;
        checkAll.disableProperty().bind(refresh.disableProperty().or(views.repairShownProperty()));
        checkAll.setOnAction(event -> model.checkAll());
        NodeVisibility.when(sub, views.shownProperty());
        welcome(views);
        banner.follow(context, model, () -> welcomeModel.offer(() -> {}));
        LatencyHistory.BACKENDS.forEach(id -> cards.addRow(0, new BackendCard(id)));
        checks.follow(model, context.lock(), views);
        numbers.follow(numbersModel, this::open);
        model.results().addListener((ListChangeListener<CheckResult>) change -> showBackends());
        model.summaryProperty().subscribe(this::show);
        context.zoneProperty().addListener((observable, old, now) -> showTimes());
        model.statusProperty().subscribe((OverviewStatus now) -> {
            showTimes();
            if (now != OverviewStatus.CHECKING) {
                views.renewed();
            }
        });
        model.failureProperty().subscribe((@Nullable Explanation now) -> show(now));
    }

    private BooleanBinding settingUp() {
        return welcomeModel.stateProperty().isEqualTo(SetupState.RUNNING);
    }

    private void welcome(SubViews views) {
        BooleanBinding empty = model.statusProperty().isEqualTo(OverviewStatus.EMPTY).and(checksChosen.not());
        BooleanBinding begun = Bindings.createBooleanBinding(
                () -> switch (welcomeModel.stateProperty().get()) {
                    case RUNNING, STOPPED, FAILED -> true;
                    case READY, DONE -> false;
                },
                welcomeModel.stateProperty());
        BooleanBinding shown = empty.or(begun);
        NodeVisibility.when(welcome, shown);
        NodeVisibility.when(content, shown.not().and(views.shownProperty().not()));
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

    private void showBackends() {
        cards.getChildren().forEach(card -> ((BackendCard) card).show(model.result(((BackendCard) card).backend())));
    }

    private void open(HealthNumber number) {
        context.navigator().open(number.screen(), number.arguments());
    }

    private void show(DataSummary summary) {
        numbersModel.show(summary);
        charts.show(summary);
    }

    /** Shows what depends on the present and on the time zone. */
    private void showTimes() {
        numbersModel.update();
        charts.show(context.session().activity(), model.latency(), clock.instant(), context.zone());
        DataSummary summary = model.summaryProperty().get();
        String at = Formats.zoned(summary.at(), context.zone());
        dataAge.setText(
                summary.complete()
                        ? TEXT.get("data.all", summary.items(), at)
                        : summary.items() > 0 ? TEXT.get("data.sample", summary.items(), at) : TEXT.get("data.none"));
    }

    private void read() {
        if (subViews != null && subViews.repairShownProperty().get()) {
            subViews.planAgain();
        } else {
            model.check();
        }
        numbersModel.read();
    }

    @Override
    public void shown(Map<String, String> arguments) {
        if (arguments.containsKey("setup")) {
            welcomeModel.offer(this::readUnlessSettled);
            return;
        }
        String asked = arguments.get("findings");
        if (asked != null && subViews != null) {
            subViews.findings(asked);
        }
        readUnlessSettled();
    }

    /** The checks read the messages table, so they run again when something has changed or is wrong, not at each visit. */
    private void readUnlessSettled() {
        if (!model.isSettled() && !model.repairingProperty().get() && !settingUp().get()) {
            read();
        }
    }

    @Override
    public boolean shows(DataChange change) {
        // A repair and a setup are followed by the checks anyway.
        boolean followed = model.repairingProperty().get() || (subViews != null && subViews.isRepairing()) || settingUp().get();
        return !(change instanceof DataChange.History) && !followed;
    }

    @Override
    public void outdated() {
        read();
    }

    @Override
    public ObservableValue<@Nullable Instant> asOf() {
        return model.asOf().property();
    }

    @Override
    public void refresh() {
        if (!settingUp().get()) {
            read();
        }
    }

    @Override
    public void focusFilter() {
        if (subViews != null) {
            subViews.focusFilter();
        }
    }

    @Override
    public boolean escape() {
        SubViews views = subViews;
        if (settingUp().get()) {
            welcomeModel.stop();
            return true;
        }
        if (views != null && views.shownProperty().get() && !views.isRepairing()) {
            views.back();
            return true;
        }
        return false;
    }

    @Override
    public void closed() {
        model.close();
    }
}

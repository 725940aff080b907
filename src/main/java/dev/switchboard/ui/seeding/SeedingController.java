package dev.switchboard.ui.seeding;

import dev.switchboard.failure.Explanation;
import dev.switchboard.seeding.SeedPlan;
import dev.switchboard.seeding.SeedResult;
import dev.switchboard.session.DataChange;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.DateFields;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.common.LockedNote;
import dev.switchboard.ui.common.MissingTableDetector;
import dev.switchboard.ui.common.Navigator;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.ScreenController;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.UndoHandler;
import dev.switchboard.ui.common.ViewLoader;
import dev.switchboard.users.User;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Binds the Seed screen: options on the left, preview on the right. */
public final class SeedingController implements ScreenController {
    private static final Messages TEXT = Messages.of(SeedingController.class);

    /** The screen. */
    public static final ScreenDefinition SCREEN =
            new ScreenDefinition("seeding", TEXT.get("title"), "fth-feather", context -> load(context, InstantSource.system()));

    private final UiContext context;
    private final SeedingViewModel model;
    private final LoadViewModel load;

    @FXML private Label into;
    @FXML private ComboBox<User> from;
    @FXML private ComboBox<User> to;
    @FXML private ToggleGroup source;
    @FXML private RadioButton bundled;
    @FXML private RadioButton file;
    @FXML private Label fileName;
    @FXML private HBox scriptProblem;
    @FXML private Label scriptProblemText;
    @FXML private ToggleGroup when;
    @FXML private RadioButton automatic;
    @FXML private RadioButton custom;
    @FXML private HBox startFields;
    @FXML private DatePicker day;
    @FXML private TextField time;
    @FXML private Label startHint;
    @FXML private LockedNote locked;
    @FXML private StackPane runHolder;
    @FXML private Button run;
    @FXML private HBox progress;
    @FXML private ProgressBar bar;
    @FXML private Label progressText;
    @FXML private HBox done;
    @FXML private Label doneText;
    @FXML private HBox failed;
    @FXML private Label failedText;
    @FXML private VBox preview;
    @FXML private Tab loadTab;

    private SeedingController(UiContext context, InstantSource clock) {
        this.context = context;
        Session session = context.session();
        Navigator navigator = context.navigator();
        MissingTableDetector problems = MissingTableDetector.of(context);
        LocalDate today = clock.instant().atZone(context.zone()).toLocalDate();
        model = new SeedingViewModel(session.users(), session.seeder(), problems, context.jobs(),
                context.zoneProperty(), today, () -> navigator.open("database"));
        load = new LoadViewModel(session.loader(), problems, context.jobs());
    }

    static LoadedView load(UiContext context, InstantSource clock) {
        return ViewLoader.load(SeedingController.class, () -> new SeedingController(context, clock));
    }

    @FXML
    void initialize() {
        into.setText(TEXT.get("subtitle", context.session().settings().messagesTable()));
        UserChooser.bind(from, model.users(), model.fromProperty());
        UserChooser.bind(to, model.users(), model.toProperty());
        script();
        start();
        running();
        preview.getChildren().setAll(ViewLoader.fragment(PreviewController.class, new PreviewController(model, context)));
        loadTab.setContent(ViewLoader.fragment(LoadController.class, new LoadController(load, context)));
    }

    private void script() {
        source.selectToggle(bundled);
        bundled.setOnAction(event -> model.useBundled());
        file.setOnAction(event -> chooseFile());
        fileName.textProperty().bind(NodeVisibility.words(model.scriptProperty(), script -> script.file() == null
                ? TEXT.get("script.bundled-size", script.lines().size())
                : TEXT.get("script.file-size", script.name(), script.lines().size())));
        model.scriptProperty().subscribe(script -> source.selectToggle(script == null || script.file() == null ? bundled : file));
        scriptProblemText.textProperty().bind(NodeVisibility.words(model.scriptProblemProperty(), SeedingController::inFull));
        NodeVisibility.whenThere(scriptProblem, model.scriptProblemProperty());
    }

    private static String inFull(Explanation why) {
        String remedy = why.remedy();
        return remedy == null ? why.sentence() : why.sentence() + " " + remedy;
    }

    private void start() {
        StartTimeViewModel start = model.start();
        when.selectToggle(automatic);
        start.customProperty().bind(custom.selectedProperty());
        DateFields.iso(day);
        day.valueProperty().bindBidirectional(start.dayProperty());
        time.textProperty().bindBidirectional(start.timeProperty());
        NodeVisibility.when(startFields, custom.selectedProperty());
        startHint.textProperty().bind(Bindings.createStringBinding(
                () -> custom.isSelected()
                        ? TEXT.get("start.custom-hint", Formats.zone(start.zone().getValue()))
                        : TEXT.get("start.automatic-hint"),
                custom.selectedProperty(), start.zone()));
    }

    private void running() {
        locked.follow(context.lock());
        StringBinding reason = Bindings.createStringBinding(this::disabledReason, model.planProperty(), model.runningProperty(),
                model.fromProperty(), model.toProperty(), model.scriptProperty(), model.start().problemProperty(),
                context.lock().openProperty());
        run.disableProperty().bind(reason.isNotEmpty());
        NodeVisibility.tooltip(runHolder, reason);
        run.textProperty().bind(Bindings.createStringBinding(this::runName, model.planProperty()));
        NodeVisibility.when(progress, model.runningProperty());
        model.jobProperty().subscribe(job -> {
            bar.progressProperty().unbind();
            progressText.textProperty().unbind();
            if (job != null) {
                bar.progressProperty().bind(job.fractionProperty());
                progressText.textProperty().bind(job.textProperty());
            }
        });
        doneText.textProperty().bind(Bindings.createStringBinding(() -> {
            SeedResult result = model.resultProperty().get();
            return result == null ? "" : doneText(result);
        }, model.resultProperty(), context.zoneProperty()));
        NodeVisibility.whenThere(done, model.resultProperty());
        model.resultProperty().subscribe(result -> {
            if (result != null) {
                new UndoHandler(context).offer(doneText(result), result.change(), model::discardPlan);
            }
        });
        failedText.textProperty().bind(NodeVisibility.words(model.failureProperty(), SeedingController::inFull));
        NodeVisibility.whenThere(failed, model.failureProperty());
    }

    private String disabledReason() {
        if (model.runningProperty().get()) {
            return TEXT.get("run.busy");
        }
        if (model.planProperty().get() == null) {
            return model.canPreview() ? "" : TEXT.get("run.no-plan");
        }
        return context.lock().openProperty().get() ? "" : TEXT.get("run.locked", context.lock().environment().code());
    }

    private String runName() {
        SeedPlan plan = model.planProperty().get();
        if (plan == null) {
            return TEXT.get("plan.action");
        }
        return TEXT.get(plan.replaces() > 0 ? "run.name-again" : "run.name", plan.messages().size());
    }

    private String doneText(SeedResult result) {
        String when = Formats.zoned(result.last(), context.zone());
        return TEXT.get(result.deleted() > 0 ? "run.done-replaced" : "run.done", result.messages(), result.deleted(), when);
    }

    @FXML
    void swap() {
        model.swap();
    }

    @FXML
    void chooseFile() {
        context.dialogs().openFile(TEXT.get("script.choose"), TEXT.get("script.kind"), "*.txt", "*.*").ifPresent(model::useFile);
        // After a canceled dialog or for an invalid file, the previous choice is kept.
        SeedConversation script = model.scriptProperty().get();
        source.selectToggle(script == null || script.file() == null ? bundled : file);
    }

    @FXML
    void run() {
        SeedPlan plan = model.planProperty().get();
        if (plan == null) {
            model.preview();
        } else if (agreed(plan)) {
            model.run();
        }
    }

    /** Asks for confirmation of a replacement, which deletes messages written since the previous run. */
    private boolean agreed(SeedPlan plan) {
        return plan.replaces() == 0 || context.dialogs().confirmDestructive(
                TEXT.get("replace.title"),
                TEXT.get("replace.text", plan.replaces(), plan.from().handle(), plan.to().handle()),
                TEXT.get("run.name-again", plan.messages().size()));
    }

    @FXML
    void stop() {
        model.stop();
    }

    @FXML
    void openConversation() {
        SeedResult result = model.resultProperty().get();
        User user = model.fromProperty().get();
        if (result != null && user != null) {
            context.navigator().open("conversations", Map.of("user", user.handle(), "group", result.groupUuid()));
        }
    }

    @FXML
    void showFailure() {
        Explanation failure = model.failureProperty().get();
        if (failure != null) {
            context.dialogs().error(failure);
        }
    }

    @Override
    public void shown(Map<String, String> arguments) {
        String handle = arguments.get("from");
        if (handle != null) {
            model.choose(handle);
        }
        model.load();
    }

    @Override
    public void refresh() {
        model.load();
        if (model.planProperty().get() != null) {
            model.preview();
        }
    }

    @Override
    public boolean shows(DataChange change) {
        String table = context.session().settings().messagesTable();
        return switch (change) {
            case DataChange.Users _,DataChange.Database _,DataChange.Conversations _, DataChange.History _ -> true;
            case DataChange.Tables(String _, String changed) -> changed.equals(table);
            case DataChange.Items(String _, String changed) -> changed.equals(table);
        };
    }

    @Override
    public void changed(Set<DataChange> changes) {
        boolean stored = false;
        boolean people = false;
        for (DataChange change : changes) {
            switch (change) {
                case DataChange.Users _, DataChange.Database _ -> people = true;
                case DataChange.Conversations _,DataChange.Items _, DataChange.Tables _ -> stored = true;
                case DataChange.History(String _, @Nullable String undoes) when undoes != null -> model.undone(undoes);
                case DataChange.History _ -> {}
            }
        }
        if (stored) {
            model.discardPlan();
            if (!load.runningProperty().get() && load.failureProperty().get() == null) {
                load.discardPlan();
            }
        }
        if (people) {
            model.load();
        }
    }

    @Override
    public ObservableValue<@Nullable Instant> asOf() {
        return model.asOf();
    }

    @Override
    public void focusFilter() {
        from.requestFocus();
    }

    @Override
    public void closed() {
        model.close();
        load.close();
    }
}

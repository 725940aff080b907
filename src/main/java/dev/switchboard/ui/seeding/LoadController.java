package dev.switchboard.ui.seeding;

import dev.switchboard.failure.Explanation;
import dev.switchboard.seeding.load.LoadPlan;
import dev.switchboard.seeding.load.LoadResult;
import dev.switchboard.seeding.load.LoadSpec;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.LockedNote;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.UiContext;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Binds the form, preview and progress of a synthetic load. */
final class LoadController {
    private static final Messages TEXT = Messages.of(LoadController.class);
    private final LoadViewModel model;
    private final UiContext context;

    @FXML private TextField users;
    @FXML private TextField groups;
    @FXML private TextField messages;
    @FXML private TextField randomSeed;
    @FXML private TextField rate;
    @FXML private LockedNote locked;
    @FXML private StackPane loadHolder;
    @FXML private Button loadRun;
    @FXML private Button resume;
    @FXML private HBox progress;
    @FXML private ProgressBar bar;
    @FXML private Label progressText;
    @FXML private HBox done;
    @FXML private Label doneText;
    @FXML private HBox failed;
    @FXML private Label failedText;
    @FXML private StateOverlay overlay;
    @FXML private Label items;
    @FXML private Label bytes;
    @FXML private Label units;
    @FXML private Label time;
    @FXML private Label sampleUsers;
    @FXML private HBox repeated;
    @FXML private HBox stopped;
    @FXML private Label stoppedText;
    @FXML private Button chooseStopped;

    LoadController(LoadViewModel model, UiContext context) {
        this.model = model;
        this.context = context;
    }

    @FXML
    void initialize() {
        users.textProperty().bindBidirectional(model.usersProperty());
        groups.textProperty().bindBidirectional(model.groupsProperty());
        messages.textProperty().bindBidirectional(model.messagesProperty());
        randomSeed.textProperty().bindBidirectional(model.randomSeedProperty());
        rate.textProperty().bindBidirectional(model.rateProperty());
        preview();
        running();
    }

    private void preview() {
        overlay.stateProperty().bind(model.stateProperty());
        items.textProperty().bind(words(plan -> Formats.count(plan.spec().items())));
        bytes.textProperty().bind(words(plan -> TEXT.get("load.about", Formats.bytes(plan.estimatedBytes()))));
        units.textProperty().bind(words(plan -> TEXT.get("load.about", Formats.count(plan.estimatedWriteUnits()))));
        time.textProperty().bind(words(LoadController::timeText));
        sampleUsers.textProperty().bind(words(LoadController::sampleText));
        NodeVisibility.when(repeated, words(plan -> plan.repeated() && !plan.isResumable() ? "yes" : "").isNotEmpty());
        StringBinding left = words(LoadController::stoppedText);
        stoppedText.textProperty().bind(left);
        NodeVisibility.when(stopped, left.isNotEmpty());
        NodeVisibility.when(chooseStopped, words(plan -> plan.isResumable() ? "" : "other").isNotEmpty());
    }

    private StringBinding words(Function<LoadPlan, String> text) {
        return NodeVisibility.words(model.planProperty(), text);
    }

    private static String timeText(LoadPlan plan) {
        @Nullable Duration least = plan.leastTime();
        return least == null ? TEXT.get("load.no-rate") : TEXT.get("load.at-least", Formats.duration(least));
    }

    private static String sampleText(LoadPlan plan) {
        StringBuilder text = new StringBuilder();
        plan.samples().forEach(user -> text.append(text.isEmpty() ? "" : "\n")
                .append(TEXT.get("load.sample", user.displayName(), user.handle(), user.conversations())));
        return text.toString();
    }

    private static String stoppedText(LoadPlan plan) {
        @Nullable LoadSpec other = plan.stopped();
        if (other == null) {
            return "";
        }
        return plan.isResumable()
                ? TEXT.get("load.stopped-here", plan.stoppedAt(), other.items())
                : TEXT.get("load.stopped-other", other.users(), other.groups(), other.messages(), String.valueOf(other.randomSeed()));
    }

    private void running() {
        // Elsewhere unlocking would not help.
        if (context.lock().environment().policy().syntheticData()) {
            locked.follow(context.lock());
        }
        StringBinding reason = Bindings.createStringBinding(this::disabledReason, model.planProperty(), model.runningProperty(),
                model.problemProperty(), context.lock().openProperty());
        loadRun.disableProperty().bind(reason.isNotEmpty());
        NodeVisibility.tooltip(loadHolder, reason);
        loadRun.textProperty().bind(Bindings.createStringBinding(
                () -> model.planProperty().get() == null
                        ? TEXT.get("plan.action")
                        : TEXT.get("load.run", model.planProperty().get().spec().items()),
                model.planProperty()));
        BooleanBinding resumable = Bindings.createBooleanBinding(() -> {
            LoadPlan plan = model.planProperty().get();
            return plan != null && plan.isResumable() && !model.runningProperty().get();
        }, model.planProperty(), model.runningProperty());
        NodeVisibility.when(resume, resumable);
        NodeVisibility.when(loadHolder, resumable.not());
        NodeVisibility.when(progress, model.runningProperty());
        model.jobProperty().subscribe(job -> {
            bar.progressProperty().unbind();
            progressText.textProperty().unbind();
            if (job != null) {
                bar.progressProperty().bind(job.fractionProperty());
                progressText.textProperty().bind(job.textProperty());
            }
        });
        doneText.textProperty().bind(NodeVisibility.words(model.resultProperty(), LoadController::doneText));
        NodeVisibility.whenThere(done, model.resultProperty());
        failedText.textProperty().bind(NodeVisibility.words(model.failureProperty(), Explanation::sentence));
        NodeVisibility.whenThere(failed, model.failureProperty());
    }

    private String disabledReason() {
        if (model.runningProperty().get()) {
            return TEXT.get("load.busy");
        }
        if (!model.problemProperty().get().isEmpty()) {
            return model.problemProperty().get();
        }
        return model.planProperty().get() == null || context.lock().openProperty().get()
                ? ""
                : TEXT.get("run.locked", context.lock().environment().code());
    }

    private static String doneText(LoadResult result) {
        String text = TEXT.get("load.done", result.usersAdded(), result.written(), result.unchanged());
        return result.skipped() == 0 ? text : text + " " + TEXT.get("load.skipped", result.skipped());
    }

    @FXML
    void run() {
        if (model.planProperty().get() == null) {
            model.preview();
        } else {
            model.run();
        }
    }

    @FXML
    void resume() {
        model.resume();
    }

    @FXML
    void chooseStopped() {
        model.chooseStopped();
    }

    @FXML
    void stop() {
        model.stop();
    }

    @FXML
    void showFailure() {
        @Nullable Explanation failure = model.failureProperty().get();
        if (failure != null) {
            context.dialogs().error(failure);
        }
    }

    @FXML
    void openUsers() {
        context.navigator().open("conversations", Map.of());
    }
}

package dev.switchboard.ui.overview;

import dev.switchboard.doctor.EnvironmentSetup;
import dev.switchboard.doctor.SampleConversation;
import dev.switchboard.doctor.SetupListener;
import dev.switchboard.doctor.SetupPreview;
import dev.switchboard.doctor.SetupStage;
import dev.switchboard.doctor.SetupStageResult;
import dev.switchboard.failure.Explanation;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.JobViewModel;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.overview.SetupStageViewModel.StageState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The setup of an empty environment: what it will write, its stages, and in the end the first conversation. */
final class WelcomeViewModel {
    /** The state of the setup as a whole. */
    enum SetupState {
        READY,
        RUNNING,
        STOPPED,
        FAILED,
        DONE
    }

    private static final Messages TEXT = Messages.of(WelcomeViewModel.class);
    private final UiContext context;
    private final EnvironmentSetup setup;
    private final BooleanSupplier shown;
    private final List<SetupStageViewModel> stages = Arrays.stream(SetupStage.values()).map(SetupStageViewModel::new).toList();
    private final ReadOnlyObjectWrapper<SetupState> state = new ReadOnlyObjectWrapper<>(SetupState.READY);
    private final ReadOnlyObjectWrapper<@Nullable Explanation> failure = new ReadOnlyObjectWrapper<>();
    private final LatestJobRunner planning;
    private final LatestJobRunner running;
    private boolean planned;
    private boolean stopping;

    /** @param shown whether the screen is at the front, so that the conversation opens by itself in the end */
    WelcomeViewModel(UiContext context, EnvironmentSetup setup, BooleanSupplier shown) {
        this.context = context;
        this.setup = setup;
        this.shown = shown;
        planning = context.jobs().slot();
        running = context.jobs().slot();
    }

    List<SetupStageViewModel> stages() {
        return stages;
    }

    ReadOnlyObjectProperty<SetupState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why the setup ended early; null while it did not. */
    ReadOnlyObjectProperty<@Nullable Explanation> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The job that runs the stages, or null. */
    ReadOnlyObjectProperty<@Nullable JobViewModel> jobProperty() {
        return running.jobProperty();
    }

    /** Determines what will be written, once. */
    void plan() {
        if (!planned) {
            planned = true;
            planning.start(TEXT.get("setup.planning"), progress -> setup.preview(), this::planned, unplanned -> planned = false);
        }
    }

    private void planned(SetupPreview preview) {
        stages.forEach(stage -> stage.plan(preview));
    }

    /**
     * Says what the setup writes, and starts it after a confirmation. For where the stages are not shown yet.
     *
     * @param declined runs if it is not confirmed or not available
     */
    void offer(Runnable declined) {
        if (state.get() == SetupState.RUNNING) {
            return;
        }
        if (!context.session().environment().policy().localDefaults()) {
            declined.run();
            return;
        }
        planning.start(
                TEXT.get("setup.planning"),
                progress -> setup.preview(),
                preview -> {
                    planned(preview);
                    planned = true;
                    if (context.dialogs().confirm(TEXT.get("setup.ask.title"), plannedText(), TEXT.get("setup.start"))) {
                        start();
                    } else {
                        declined.run();
                    }
                },
                context.dialogs()::error);
    }

    private String plannedText() {
        String code = context.session().environment().code();
        return TEXT.get("setup.ask.text", code) + "\n\n" + stages.stream()
                .map(stage -> TEXT.get("repair.item", stage.title(), stage.plan()))
                .collect(Collectors.joining("\n"));
    }

    /** Runs the stages that are not complete; after a success all of them again. Not in an environment that is configured. */
    void start() {
        if (state.get() == SetupState.RUNNING || !context.session().environment().policy().localDefaults()) {
            return;
        }
        plan();
        boolean again = state.get() == SetupState.DONE;
        stages.stream().filter(stage -> again || !stage.complete()).forEach(SetupStageViewModel::waiting);
        Set<SetupStage> remaining = stages.stream()
                .filter(stage -> !stage.complete())
                .map(SetupStageViewModel::stage)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SetupStage.class)));
        failure.set(null);
        stopping = false;
        state.set(SetupState.RUNNING);
        running.start(TEXT.get("setup.job"), progress -> setup.run(remaining, progress, new StageListener()), this::done, this::failed);
    }

    /** Asks the setup to stop. What is written stays, and the next start continues. */
    void stop() {
        stopping = true;
        running.stop();
    }

    private void done(List<SetupStageResult> results) {
        state.set(SetupState.DONE);
        @Nullable SampleConversation conversation =
                results.stream().map(SetupStageResult::conversation).filter(Objects::nonNull).findFirst().orElse(null);
        if (conversation == null) {
            context.notices().done(TEXT.get("setup.done"));
        } else if (shown.getAsBoolean()) {
            context.notices().done(TEXT.get("setup.done"));
            open(conversation);
        } else {
            context.notices().done(TEXT.get("setup.done"), TEXT.get("setup.open"), () -> open(conversation));
        }
    }

    private void open(SampleConversation conversation) {
        context.navigator().open("conversations", Map.of("user", conversation.handle(), "group", conversation.groupUuid()));
    }

    private void failed(Explanation explanation) {
        StageState ended = stopping ? StageState.STOPPED : StageState.FAILED;
        stages.stream()
                .filter(stage -> stage.stateProperty().get() == StageState.RUNNING)
                .forEach(stage -> stage.show(ended, explanation.sentence()));
        failure.set(explanation);
        state.set(stopping ? SetupState.STOPPED : SetupState.FAILED);
    }

    /** The title of the stage at which the setup ended early; empty if it is not known. */
    String endedAt() {
        return stages.stream().filter(stage -> !stage.complete()).findFirst().map(SetupStageViewModel::title).orElse("");
    }

    /** Forgets a setup that ended early, to show the health checks instead. */
    void dismiss() {
        if (state.get() != SetupState.RUNNING) {
            state.set(SetupState.READY);
            failure.set(null);
            stages.forEach(SetupStageViewModel::waiting);
        }
    }

    private final class StageListener implements SetupListener {
        @Override
        public void began(SetupStage stage) {
            context.jobs().later(() -> of(stage).running());
        }

        @Override
        public void ended(SetupStageResult result) {
            StageState now = result.changed() ? StageState.CHANGED : StageState.UNCHANGED;
            context.jobs().later(() -> of(result.stage()).show(now, result.did()));
        }

        private SetupStageViewModel of(SetupStage stage) {
            return stages.stream().filter(one -> one.stage() == stage).findFirst().orElseThrow();
        }
    }
}

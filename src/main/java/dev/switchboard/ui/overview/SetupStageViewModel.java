package dev.switchboard.ui.overview;

import dev.switchboard.doctor.SetupPreview;
import dev.switchboard.doctor.SetupStage;
import dev.switchboard.text.Messages;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One stage of the setup with its state, and a text: what it writes or what it did. */
final class SetupStageViewModel {
    /** The state of a stage. */
    enum StageState {
        WAITING,
        RUNNING,
        CHANGED,
        UNCHANGED,
        STOPPED,
        FAILED
    }

    private static final Messages TEXT = Messages.of(SetupStageViewModel.class);
    private final SetupStage stage;
    private final ReadOnlyObjectWrapper<StageState> state = new ReadOnlyObjectWrapper<>(StageState.WAITING);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private String plan = "";

    SetupStageViewModel(SetupStage stage) {
        this.stage = stage;
    }

    SetupStage stage() {
        return stage;
    }

    String title() {
        return TEXT.get("setup." + stage.code());
    }

    /** Says what this stage will write. */
    void plan(SetupPreview preview) {
        plan = switch (stage) {
            case TABLE -> TEXT.get("setup.plan.table", preview.messagesTable());
            case DATABASE -> TEXT.get("setup.plan.database");
            case SCHEMA -> TEXT.get("setup.plan.schema");
            case USERS -> TEXT.get("setup.plan.users", preview.users(), preview.posts());
            case COGNITO_IDS -> TEXT.get("setup.plan.cognito-ids", preview.users());
            case CONVERSATION -> TEXT.get("setup.plan.conversation", preview.messages(), preview.items());
        };
        if (state.get() == StageState.WAITING) {
            text.set(plan);
        }
    }

    /** What it writes; empty until that was planned. */
    String plan() {
        return plan;
    }

    ReadOnlyObjectProperty<StageState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What it will write, what it did, or why it failed. */
    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Whether it has ended without a failure, so that it is not run again. */
    boolean complete() {
        return state.get() == StageState.CHANGED || state.get() == StageState.UNCHANGED;
    }

    void waiting() {
        show(StageState.WAITING, plan);
    }

    void running() {
        show(StageState.RUNNING, plan);
    }

    void show(StageState now, String what) {
        state.set(now);
        text.set(what);
    }
}

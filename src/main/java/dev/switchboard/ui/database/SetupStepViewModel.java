package dev.switchboard.ui.database;

import dev.switchboard.text.Messages;
import dev.switchboard.users.SetupStep;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One setup step with its state and a description or result. */
final class SetupStepViewModel {
    /** The state of a step. */
    enum StepState {
        IDLE,
        RUNNING,
        CHANGED,
        UNCHANGED,
        FAILED
    }

    private static final Messages TEXT = Messages.of(SetupStepViewModel.class);
    private final SetupStep step;
    private final ReadOnlyObjectWrapper<StepState> state = new ReadOnlyObjectWrapper<>(StepState.IDLE);
    private final ReadOnlyStringWrapper text;
    private boolean wasRun;

    SetupStepViewModel(SetupStep step) {
        this.step = step;
        text = new ReadOnlyStringWrapper(hint());
    }

    SetupStep step() {
        return step;
    }

    String title() {
        return TEXT.get("step." + step.code());
    }

    private String hint() {
        return TEXT.get("hint." + step.code());
    }

    ReadOnlyObjectProperty<StepState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The description of the step, or its result. */
    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    void waiting() {
        wasRun = false;
        state.set(StepState.IDLE);
        text.set(hint());
    }

    /** Whether it was run since it was last waiting, so that it shows what that has done. */
    boolean wasRun() {
        return wasRun;
    }

    /** Shows what exists without having been run. */
    void found(boolean done, String what) {
        state.set(done ? StepState.UNCHANGED : StepState.IDLE);
        text.set(what);
    }

    void show(StepState now, String what) {
        wasRun = true;
        state.set(now);
        text.set(what);
    }
}

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
        show(StepState.IDLE, hint());
    }

    void show(StepState now, String what) {
        state.set(now);
        text.set(what);
    }
}

package dev.switchboard.ui.common;

import javafx.scene.control.Label;

/** Says over the window what is waited for, until that is over. JavaFX thread only. */
public final class WaitDialog {
    private final Label text;
    private final DialogFrame frame;

    WaitDialog(Label text, DialogFrame frame) {
        this.text = text;
        this.frame = frame;
    }

    /**
     * Shows it and returns at once.
     *
     * @param act runs when the action's button is pressed, once; the dialog stays
     * @param cancel runs when the operator closes it
     */
    public void show(Runnable act, Runnable cancel) {
        frame.show(act, cancel);
    }

    /** Says something else. */
    public void text(String now) {
        text.setText(now);
    }

    /** Takes it away, because nothing is waited for any more. */
    public void withdraw() {
        frame.withdraw();
    }
}

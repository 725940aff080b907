package dev.switchboard.ui.common;

import dev.switchboard.failure.Explanation;
import org.jspecify.annotations.Nullable;

/** What a pane shows: its content or a loading, empty, or error state. View models expose it as a property. */
public sealed interface ViewState {
    /** The content. */
    record Content() implements ViewState {}

    /** A job is running; the text names it. */
    record Loading(String text) implements ViewState {}

    /**
     * There is nothing to show.
     *
     * @param icon an Ikonli icon literal
     * @param text explains what to do next
     * @param action button for the next step, or null
     * @param whenShown reads again when the screen is shown again, because the cause may be gone; null if that is of no use
     * @param other a second button, which is not the primary one, or null
     */
    record Empty(
            String icon, String title, String text, @Nullable Action action, @Nullable Runnable whenShown, @Nullable Action other)
            implements ViewState {
        /** A state that changes only by what is done in the same view. */
        public Empty(String icon, String title, String text, @Nullable Action action) {
            this(icon, title, text, action, null, null);
        }

        /** A state with one button. */
        public Empty(String icon, String title, String text, @Nullable Action action, @Nullable Runnable whenShown) {
            this(icon, title, text, action, whenShown, null);
        }
    }

    /**
     * It failed.
     *
     * @param retry tries again; null where that is of no use
     * @param whenShown tries again by itself when the screen is shown again; null where the operator decides about that
     */
    record LoadFailure(Explanation explanation, @Nullable Runnable retry, @Nullable Runnable whenShown) implements ViewState {
        /** A failure that is tried again by the button and when the screen is shown again. */
        public LoadFailure(Explanation explanation, @Nullable Runnable retry) {
            this(explanation, retry, retry);
        }
    }

    /** A button with its label and action. */
    record Action(String name, Runnable run) {}

    /** The content. */
    ViewState CONTENT = new Content();
}

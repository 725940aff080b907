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
     */
    record Empty(String icon, String title, String text, @Nullable Action action) implements ViewState {}

    /** An error occurred; retry is null if a retry cannot help. */
    record Trouble(Explanation explanation, @Nullable Runnable retry) implements ViewState {}

    /** A button with its label and action. */
    record Action(String name, Runnable run) {}

    /** The content. */
    ViewState CONTENT = new Content();
}

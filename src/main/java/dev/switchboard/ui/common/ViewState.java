package dev.switchboard.ui.common;

import dev.switchboard.failure.Explanation;
import org.jspecify.annotations.Nullable;

/** What a pane shows: its content, or instead of it why there is none. A view model holds one in a property. */
public sealed interface ViewState {
    /** The content. */
    record Content() implements ViewState {}

    /** An answer is awaited; the text says what is being done. */
    record Loading(String text) implements ViewState {}

    /**
     * There is nothing to show.
     *
     * @param icon an Ikonli literal
     * @param text what to do next
     * @param action does it; null where the operator does it elsewhere
     */
    record Empty(String icon, String title, String text, @Nullable Action action) implements ViewState {}

    /** It failed. The retry tries again; null where that is of no use. */
    record Trouble(Explanation explanation, @Nullable Runnable retry) implements ViewState {}

    /** A button: what it is called and what it does. */
    record Action(String name, Runnable run) {}

    /** The content. */
    ViewState CONTENT = new Content();
}

package dev.switchboard.ui.conversations;

import dev.switchboard.failure.Explanation;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.NodeVisibility;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The line below a paged list: how many rows are loaded, whether more are available, and the capacity consumed. */
final class PagingFooter {
    private static final Messages TEXT = Messages.of(PagingFooter.class);

    private PagingFooter() {}

    /**
     * Binds the parts of the line.
     *
     * @param totalKey key of the text for the count once all pages are loaded
     */
    static void bind(
            ObservableList<?> rows, PagedState paging, ObservableBooleanValue loading, String totalKey,
            Label shown, Button more, Label failed, Label consumed) {
        shown.textProperty().bind(Bindings.createStringBinding(
                () -> TEXT.get(paging.moreProperty().get() ? "paging.loaded" : totalKey, rows.size()),
                rows, paging.moreProperty()));
        consumed.textProperty()
                .bind(paging.consumedProperty().map(units -> TEXT.get("paging.consumed", Formats.capacity(units.doubleValue()))));
        NodeVisibility.when(more, paging.moreProperty());
        more.disableProperty().bind(loading);
        NodeVisibility.text(failed, NodeVisibility.words(paging.failureProperty(), Explanation::sentence));
        paging.failureProperty().subscribe(why -> failed.setTooltip(tooltip(why)));
    }

    private static @Nullable Tooltip tooltip(@Nullable Explanation why) {
        if (why == null) {
            return null;
        }
        String remedy = why.remedy();
        return new Tooltip(remedy == null ? why.sentence() : why.sentence() + "\n" + remedy);
    }
}

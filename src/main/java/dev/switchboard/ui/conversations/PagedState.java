package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.Page;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.failure.Explanation;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The state of a paged list: whether more pages are available and the capacity consumed. */
public final class PagedState {
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper consumed = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper orderDiffers = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Explanation> failure = new ReadOnlyObjectWrapper<>();
    private @Nullable PageKey next;

    /** Resets the state. */
    void clear() {
        next = null;
        more.set(false);
        consumed.set(0);
        orderDiffers.set(false);
        failure.set(null);
    }

    /** Records a loaded page. */
    void read(Page<?> page) {
        failure.set(null);
        next = page.next();
        more.set(page.more());
        consumed.set(consumed.get() + page.consumedReadCapacity());
        if (page.storedOrderDiffers()) {
            orderDiffers.set(true);
        }
    }

    /** Records a first page that was loaded again, behind which the pages that were loaded before remain. */
    void readAgain(Page<?> page) {
        failure.set(null);
        consumed.set(consumed.get() + page.consumedReadCapacity());
        if (page.storedOrderDiffers()) {
            orderDiffers.set(true);
        }
    }

    /** Records that the next page could not be loaded; loaded pages stay, and loading can be retried. */
    void failed(@Nullable Explanation why) {
        failure.set(why);
    }

    /** Why the next page could not be loaded, or null. */
    public ReadOnlyObjectProperty<@Nullable Explanation> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The key of the next page, or null at the end. */
    @Nullable
    PageKey next() {
        return next;
    }

    /** Whether more pages are available. */
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /** Read capacity units consumed by all pages so far. */
    public ReadOnlyDoubleProperty consumedProperty() {
        return consumed.getReadOnlyProperty();
    }

    /** Whether the stored order of a page is not chronological. */
    public ReadOnlyBooleanProperty orderDiffersProperty() {
        return orderDiffers.getReadOnlyProperty();
    }

    /** Records that items of different pages are not in chronological order. */
    void orderDiffers() {
        orderDiffers.set(true);
    }
}

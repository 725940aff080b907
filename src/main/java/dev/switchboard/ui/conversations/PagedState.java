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

/** How far a list that is read page by page has come: whether there is more, and what the pages have consumed. */
public final class PagedState {
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper consumed = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper orderDiffers = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Explanation> failure = new ReadOnlyObjectWrapper<>();
    private @Nullable PageKey next;

    /** Starts from nothing. */
    void clear() {
        next = null;
        more.set(false);
        consumed.set(0);
        orderDiffers.set(false);
        failure.set(null);
    }

    /** Notes a page that was read. */
    void read(Page<?> page) {
        failure.set(null);
        next = page.next();
        more.set(page.more());
        consumed.set(consumed.get() + page.consumedReadCapacity());
        if (page.storedOrderDiffers()) {
            orderDiffers.set(true);
        }
    }

    /** Notes that the next page did not come; what was read before still stands, and it can be tried again. */
    void failed(@Nullable Explanation why) {
        failure.set(why);
    }

    /** Why the next page did not come, or null. */
    public ReadOnlyObjectProperty<@Nullable Explanation> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Where to go on, or null at the end. */
    @Nullable
    PageKey next() {
        return next;
    }

    /** Whether the backend has further pages. */
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /** Read capacity units consumed by all pages so far. */
    public ReadOnlyDoubleProperty consumedProperty() {
        return consumed.getReadOnlyProperty();
    }

    /** Whether some page is stored in another order than that of time. */
    public ReadOnlyBooleanProperty orderDiffersProperty() {
        return orderDiffers.getReadOnlyProperty();
    }

    /** Notes that rows of different pages were found out of order. */
    void orderDiffers() {
        orderDiffers.set(true);
    }
}

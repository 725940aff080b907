package dev.switchboard.ui.conversations.thread;

import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/** Scroll position of the thread: at the end when it opens, and unchanged when older messages are inserted. */
public final class ThreadScroller {
    private final ListView<ThreadEntry> list;
    private final Runnable reachedTop;
    private @Nullable VirtualFlow<?> flow;
    private boolean moving;
    private final ReadOnlyBooleanWrapper atEnd = new ReadOnlyBooleanWrapper(true);

    /** @param reachedTop called when the user scrolls to the first entry */
    public ThreadScroller(ListView<ThreadEntry> list, Runnable reachedTop) {
        this.list = list;
        this.reachedTop = reachedTop;
        list.skinProperty().addListener((observable, old, now) -> connect());
    }

    private void connect() {
        flow = list.lookup(".virtual-flow") instanceof VirtualFlow<?> found ? found : null;
        Set<Node> bars = list.lookupAll(".scroll-bar");
        for (Node node : bars) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                bar.valueProperty().addListener((observable, old, now) -> scrolled(bar, old.doubleValue(), now.doubleValue()));
            }
        }
        // If the end was visible, it stays visible when the composer grows.
        list.heightProperty().addListener((observable, old, now) -> {
            if (atEnd.get()) {
                toEnd();
            }
        });
        toEnd();
    }

    private void scrolled(ScrollBar bar, double old, double now) {
        if (moving) {
            return;
        }
        atEnd.set(lastInView());
        if (bar.isVisible() && now <= bar.getMin() && old > bar.getMin()) {
            reachedTop.run();
        }
    }

    /** Whether the newest message is in view. */
    public ReadOnlyBooleanProperty atEndProperty() {
        return atEnd.getReadOnlyProperty();
    }

    /** Scrolls to the newest message. */
    public void showEnd() {
        toEnd();
        atEnd.set(true);
    }

    /** Scrolls to an entry. */
    public void reveal(int index) {
        if (index == list.getItems().size() - 1) {
            showEnd();
            return;
        }
        moving = true;
        try {
            list.layout();
            // A few entries above it, so that it is not read without what it answers.
            list.scrollTo(Math.max(0, index - 2));
            list.layout();
        } finally {
            moving = false;
        }
        atEnd.set(lastInView());
    }

    private void toEnd() {
        VirtualFlow<?> port = flow;
        boolean former = moving;
        moving = true;
        list.scrollTo(Math.max(0, list.getItems().size() - 1));
        list.layout();
        if (port != null) {
            port.setPosition(1);
            list.layout();
        }
        moving = former;
    }

    /** Replaces the entries and keeps the position: at the end, or at the first visible message. */
    public void show(ObservableList<ThreadEntry> shown, List<ThreadEntry> now, boolean toEnd) {
        moving = true;
        try {
            boolean end = toEnd || atEnd.get();
            VirtualFlow<?> port = flow;
            IndexedCell<?> first = port == null ? null : port.getFirstVisibleCell();
            ThreadEntry.Bubble anchor = anchor(shown, first);
            double offset = anchorOffset(shown, port, anchor);
            ThreadEntries.update(shown, now);
            if (end) {
                showEnd();
            } else if (anchor != null && port != null) {
                restore(port, indexOf(now, anchor), offset);
            }
            list.layout();
            atEnd.set(end || lastInView());
        } finally {
            moving = false;
        }
    }

    /** The first visible message; the button and date above it can change. */
    private static ThreadEntry.@Nullable Bubble anchor(ObservableList<ThreadEntry> shown, @Nullable IndexedCell<?> first) {
        if (first == null) {
            return null;
        }
        for (int i = Math.max(0, first.getIndex()); i < shown.size(); i++) {
            if (shown.get(i) instanceof ThreadEntry.Bubble bubble) {
                return bubble;
            }
        }
        return null;
    }

    /** Compares the message only, because the other properties of the entry may have changed. */
    private static int indexOf(List<ThreadEntry> now, ThreadEntry.Bubble anchor) {
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i) instanceof ThreadEntry.Bubble bubble && bubble.message().equals(anchor.message())) {
                return i;
            }
        }
        return -1;
    }

    private static double anchorOffset(ObservableList<ThreadEntry> shown, @Nullable VirtualFlow<?> port,
            ThreadEntry.@Nullable Bubble anchor) {
        if (port == null || anchor == null) {
            return 0;
        }
        IndexedCell<?> cell = port.getCell(shown.indexOf(anchor));
        return cell.getLayoutY();
    }

    private void restore(VirtualFlow<?> port, int index, double offset) {
        if (index < 0) {
            return;
        }
        list.layout();
        port.scrollToTop(index);
        list.layout();
        port.scrollPixels(-offset);
    }

    private boolean lastInView() {
        VirtualFlow<?> port = flow;
        if (port == null || list.getItems().isEmpty()) {
            return true;
        }
        IndexedCell<?> last = port.getLastVisibleCell();
        if (last == null) {
            return true;
        }
        return last.getIndex() == list.getItems().size() - 1 && last.getBoundsInParent().getMaxY() <= port.getHeight() + 4;
    }
}

package dev.switchboard.ui.help;

import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.common.WindowState;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * Shows its only child and, when it is open, the manual at the right: beside the child in a wide window, in front of it in a narrow one, where
 * the child could not show anything. Nothing of the manual is loaded before it is opened.
 */
public final class HelpDock extends Pane {
    private static final double LEAST = 300;
    private static final double MOST_SHARE = 0.6;
    /** With less width than this, a screen cuts its columns. */
    private static final double LEAST_CHILD = 700;
    private @Nullable UiJobs jobs;
    private @Nullable WindowState state;
    private @Nullable HelpPane pane;
    private @Nullable Node shown;
    private @Nullable Node focusBefore;

    public HelpDock() {
        getStyleClass().add("help-dock");
    }

    /**
     * Prepares what the manual needs when it is first opened.
     *
     * @param forPages reads the pages
     * @param forWidth keeps the width
     */
    public void connect(UiJobs forPages, WindowState forWidth) {
        jobs = forPages;
        state = forWidth;
    }

    /** Returns whether the manual is shown. */
    public boolean isOpen() {
        return shown != null;
    }

    /** Opens the page of a screen, and moves the focus to the manual. */
    public void open(String screenId) {
        UiJobs forPages = jobs;
        WindowState forWidth = state;
        if (pane == null && forPages != null && forWidth != null) {
            pane = new HelpPane(forPages, forWidth);
        }
        HelpPane help = pane;
        if (help == null) {
            return;
        }
        if (shown == null) {
            focusBefore = getScene() == null ? null : getScene().getFocusOwner();
            shown = help.node();
            help.onClose(this::close);
            help.widthProperty().subscribe(width -> requestLayout());
            getChildren().add(help.node());
        }
        help.open(screenId);
    }

    /** Closes the manual; the focus returns to where it was. */
    public void close() {
        if (shown != null) {
            getChildren().remove(shown);
            shown = null;
            Node before = focusBefore;
            focusBefore = null;
            if (before != null && Objects.equals(before.getScene(), getScene())) {
                before.requestFocus();
            }
        }
    }

    /** Returns whether the focus is in the manual. */
    public boolean isFocusInside() {
        Node node = getScene() == null ? null : getScene().getFocusOwner();
        while (node != null && !node.equals(shown)) {
            node = node.getParent();
        }
        return node != null && isOpen();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        HelpPane help = pane;
        double helpWidth = help == null || shown == null
                ? 0
                : Math.max(Math.min(LEAST, width), Math.min(help.widthProperty().get(), width * MOST_SHARE));
        double beside = width - helpWidth >= LEAST_CHILD ? width - helpWidth : width;
        for (Node child : getManagedChildren()) {
            if (child.equals(shown)) {
                child.resizeRelocate(snapPositionX(width - helpWidth), 0, snapSizeX(helpWidth), height);
            } else {
                child.resizeRelocate(0, 0, beside, height);
            }
        }
    }
}

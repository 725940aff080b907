package dev.switchboard.ui.items.query;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** A pane as high as its content, up to a third of a usual window; what is more scrolls. */
public final class FittedScroll extends ScrollPane {
    private static final double MOST = 230;

    public FittedScroll() {
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinHeight(USE_PREF_SIZE);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = (width < 0 ? getWidth() : width) - snappedLeftInset() - snappedRightInset();
        double content = getContent() instanceof Region region ? region.prefHeight(inside > 0 ? inside : -1) : 0;
        return Math.min(MOST, content + snappedTopInset() + snappedBottomInset());
    }
}

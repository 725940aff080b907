package dev.switchboard.ui.common;

import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The content of a dialog. It scrolls where the dialog is too small for it, so that the buttons below it stay visible, and the dialog
 * grows and shrinks with it as far as the screen permits.
 */
final class DialogBody extends ScrollPane {
    private static final double LEAST_WIDTH = 320;
    private static final double LEAST_HEIGHT = 180;
    private static final double LEAST_BODY = 48;
    private static final double AROUND = 200;
    /** A window manager answers the first size of a window, and its limits, within this time; nobody sizes it by hand meanwhile. */
    private static final long SETTLING_NANOS = 1_000_000_000;
    private final Region content;
    private @Nullable DialogPane pane;
    private boolean scheduled;
    private double fitted = Double.NaN;
    private double wanted = Double.NaN;

    DialogBody(Region content) {
        super(content);
        this.content = content;
        // In a window that was made larger, the content has the additional room; it is not made smaller than it wants to be.
        content.setMinHeight(USE_PREF_SIZE);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("plain-scroll", "dialog-body");
        // Only where there is something to scroll, so that Tab goes from field to field.
        focusTraversableProperty().bind(content.heightProperty().greaterThan(heightProperty().add(1)));
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(-1) + snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = width < 0 ? content.prefWidth(-1) : width - snappedLeftInset() - snappedRightInset();
        // Title, buttons, and the frame of the window need room on the screen as well.
        double most = Math.max(LEAST_BODY, Screen.getPrimary().getVisualBounds().getHeight() - AROUND);
        return Math.min(most, content.prefHeight(inside) + snappedTopInset() + snappedBottomInset());
    }

    @Override
    protected double computeMinHeight(double width) {
        return LEAST_BODY;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    /** Lets the window of a dialog follow the size of this content. Called when the dialog is shown. */
    void follow(DialogPane pane) {
        this.pane = pane;
        Window window = pane.getScene().getWindow();
        if (window instanceof Stage stage) {
            stage.setMinWidth(LEAST_WIDTH);
            stage.setMinHeight(LEAST_HEIGHT);
        }
        fitted = window.getHeight();
        wanted = computePrefHeight(getWidth());
        long shown = System.nanoTime();
        window.heightProperty().addListener((observable, old, now) -> {
            if (System.nanoTime() - shown < SETTLING_NANOS) {
                Platform.runLater(() -> settle(pane));
            }
        });
        settle(pane);
    }

    @Override
    public void requestLayout() {
        super.requestLayout();
        // Called by the super constructor too.
        DialogPane followed = pane;
        if (followed != null && !scheduled) {
            scheduled = true;
            Platform.runLater(() -> {
                scheduled = false;
                fit(followed);
            });
        }
    }

    /** A late answer of the window manager can undo the size that a dialog was shown with, which leaves its content a line high. */
    private void settle(DialogPane pane) {
        Scene scene = pane.getScene();
        Window window = scene == null ? null : scene.getWindow();
        if (window == null || !window.isShowing()) {
            return;
        }
        if (getHeight() + 1 < computePrefHeight(getWidth())) {
            window.sizeToScene();
        }
        fitted = window.getHeight();
    }

    private void fit(DialogPane pane) {
        Scene scene = pane.getScene();
        Window window = scene == null ? null : scene.getWindow();
        double before = wanted;
        wanted = computePrefHeight(getWidth());
        boolean sizedByHand = window == null || Math.abs(window.getHeight() - fitted) > 1;
        if (window == null || !window.isShowing() || sizedByHand || Math.abs(wanted - before) < 1) {
            return;
        }
        window.sizeToScene();
        fitted = window.getHeight();
        Rectangle2D screen = screenOf(window);
        window.setY(Math.clamp(window.getY(), screen.getMinY(), Math.max(screen.getMinY(), screen.getMaxY() - fitted)));
    }

    private static Rectangle2D screenOf(Window window) {
        return Screen.getScreensForRectangle(window.getX(), window.getY(), 1, 1).stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
    }
}

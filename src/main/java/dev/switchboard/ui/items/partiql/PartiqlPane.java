package dev.switchboard.ui.items.partiql;

import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Parent;

/** A pane that edits and runs PartiQL statements, for a place such as a tab. JavaFX thread only. */
public final class PartiqlPane {
    private static final long BATCH_MILLIS = 100;
    private final PartiqlViewModel model;
    private final PartiqlController controller;
    private final Parent root;

    private PartiqlPane(UiContext context, Executor soon) {
        model = new PartiqlViewModel(context, soon);
        controller = new PartiqlController(model, context);
        root = ViewLoader.fragment(PartiqlController.class, controller);
        model.readNames();
    }

    /** Creates a pane, and reads the names of the tables for its completion. */
    public static PartiqlPane of(UiContext context) {
        return of(context, CompletableFuture.delayedExecutor(BATCH_MILLIS, TimeUnit.MILLISECONDS, Platform::runLater));
    }

    /** @param soon runs a task on the JavaFX thread after a short delay */
    static PartiqlPane of(UiContext context, Executor soon) {
        return new PartiqlPane(context, soon);
    }

    /** The content of the place. */
    public Parent root() {
        return root;
    }

    /** The statements, which the owner can keep over a restart. */
    public StringProperty textProperty() {
        return model.textProperty();
    }

    public String getText() {
        return model.textProperty().get();
    }

    public void setText(String statements) {
        model.textProperty().set(statements);
    }

    /** Whether statements run. */
    public ReadOnlyBooleanProperty runningProperty() {
        return model.runningProperty();
    }

    /** Runs the statement at a place of the text, or the one before it. */
    public void run(int caret) {
        model.run(caret);
    }

    /** Reads the names of the tables again, after tables were created or deleted. */
    public void refresh() {
        model.readNames();
    }

    /** Stops the run for Escape; returns whether there was one. */
    public boolean escape() {
        boolean runs = model.runningProperty().get();
        model.stop();
        return runs;
    }

    /** Focuses the editor. */
    public void focus() {
        controller.focus();
    }

    /** Cancels what reads, before the place is closed. Statements that write are completed. */
    public void close() {
        model.close();
    }
}

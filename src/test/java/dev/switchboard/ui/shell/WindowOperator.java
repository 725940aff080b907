package dev.switchboard.ui.shell;

import dev.switchboard.failure.Explanation;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.testing.Fx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextField;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Performs actions one after the other, confirms every dialog, and never unlocks. */
final class WindowOperator {
    private static final long SECONDS = 60;
    /** Number of checks without a running job or dialog after which the window is idle; a result can start another job or open a dialog. */
    private static final int QUIET = 4;
    private final ShellFixture window;
    private final WatchedJobs jobs;
    private final List<Throwable> unhandled = new CopyOnWriteArrayList<>();
    private final Set<Window> answered = new HashSet<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final String unlocking = Messages.of(UnlockPrompt.class).get("unlock.title", "prd");
    private volatile boolean fired = true;
    private boolean wouldUnlock;

    /**
     * The result of an action.
     *
     * @param thrown the uncaught exception
     * @param failures descriptions of the failed jobs
     * @param asked the titles of the dialogs with their answers
     * @param wouldUnlock whether it requested to unlock
     */
    record Outcome(List<Throwable> thrown, List<Explanation> failures, List<String> asked, boolean wouldUnlock) {}

    WindowOperator(ShellFixture window, WatchedJobs jobs) {
        this.window = window;
        this.jobs = jobs;
    }

    /** Records uncaught exceptions on any thread. */
    void listen() {
        Thread.setDefaultUncaughtExceptionHandler((thread, uncaught) -> threw(uncaught));
    }

    /** The headless platform has no file chooser, so it counts as canceled. */
    private void threw(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (Stream.of(cause.getStackTrace()).anyMatch(frame -> frame.getMethodName().equals("staticCommonDialogs_showFileChooser"))) {
                asked.add("a file (cancelled)");
                return;
            }
        }
        unhandled.add(thrown);
    }

    /** Performs an action and waits until all of its jobs and dialogs are finished. */
    Outcome perform(Runnable action, String name) {
        asked.clear();
        unhandled.clear();
        wouldUnlock = false;
        fired = false;
        // Not called directly, because a dialog blocks the call until it is answered.
        Platform.runLater(() -> {
            try {
                action.run();
            } catch (Throwable t) {
                threw(t);
            } finally {
                fired = true;
            }
        });
        settle(name);
        List<Explanation> failures = Fx.onFx(() -> {
            OpenSession session = window.shell.current();
            List<Throwable> failed = jobs.takeFailures();
            return session == null ? List.of() : failed.stream().map(session.context().jobs()::explain).toList();
        });
        return new Outcome(List.copyOf(unhandled), failures, List.copyOf(asked), wouldUnlock);
    }

    private void settle(String name) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        int quiet = 0;
        while (quiet < QUIET) {
            if (Fx.onFx(this::lookOn)) {
                quiet++;
            } else {
                quiet = 0;
                awaitNews();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("After " + SECONDS + " s this was not over: " + name + " " + asked);
            }
        }
        Fx.onFx(() -> List.copyOf(Window.getWindows()).stream().filter(PopupWindow.class::isInstance).forEach(Window::hide));
    }

    private void awaitNews() {
        try {
            if (jobs.running()) {
                jobs.awaitNews();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Answers open dialogs; returns whether there are none and no job is running. */
    private boolean lookOn() {
        boolean none = true;
        for (Window each : List.copyOf(Window.getWindows())) {
            if (each instanceof Stage stage && stage.getScene().getRoot() instanceof DialogPane pane && stage.getOwner() == window.stage) {
                none = false;
                if (answered.add(stage)) {
                    answer(stage.getTitle(), pane);
                }
            }
        }
        return none && fired && !jobs.running() && !window.shell.model().openingProperty().get() && window.shell.current() != null;
    }

    private void answer(String title, DialogPane pane) {
        List<TextField> fields = new ArrayList<>();
        pane.getContent().lookupAll(".text-field").forEach(node -> fields.add((TextField) node));
        fields.stream().filter(field -> field.getText().isEmpty()).forEach(field -> field.setText(field.getPromptText()));
        boolean unlocks = title.equals(unlocking);
        wouldUnlock |= unlocks;
        Button agree = unlocks ? null : button(pane, ButtonData.OK_DONE);
        boolean agreed = agree != null && !agree.isDisabled();
        asked.add(title + (agree == null ? "" : agreed ? " (agreed)" : " (cannot be agreed to)"));
        for (WindowAction inside : WindowActions.below(title, title, pane.getContent(), Set.of())) {
            Platform.runLater(inside.fire());
        }
        Button ends = agreed ? agree : button(pane, ButtonData.CANCEL_CLOSE);
        Platform.runLater(ends::fire);
        Platform.runLater(() -> {
            // A form that is not valid says so and stays.
            if (pane.getScene() != null && pane.getScene().getWindow() != null && pane.getScene().getWindow().isShowing()) {
                button(pane, ButtonData.CANCEL_CLOSE).fire();
            }
        });
    }

    private static @Nullable Button button(DialogPane pane, ButtonData kind) {
        for (ButtonType type : pane.getButtonTypes()) {
            if (type.getButtonData() == kind) {
                Node node = pane.lookupButton(type);
                return (Button) node;
            }
        }
        return null;
    }
}

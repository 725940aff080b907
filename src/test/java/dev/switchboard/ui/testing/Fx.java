package dev.switchboard.ui.testing;

import dev.switchboard.ui.common.Fonts;
import dev.switchboard.ui.common.Theme;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.stage.Stage;

/** The JavaFX toolkit, started headless once for the test JVM. */
public final class Fx {
    private static final long SECONDS = 60;
    private static boolean started;

    private Fx() {}

    /** Starts the toolkit if it is not running; returns when it is. */
    public static synchronized void start() {
        if (started) {
            return;
        }
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CompletableFuture<Void> running = new CompletableFuture<>();
        try {
            Platform.startup(() -> running.complete(null));
        } catch (IllegalStateException alreadyStarted) {
            running.complete(null);
        }
        get(running);
        Platform.setImplicitExit(false);
        on(() -> {
            Fonts.load();
            Theme.use(false);
            return null;
        });
        started = true;
    }

    /** Calls a supplier on the JavaFX thread and returns its result; exceptions are rethrown. */
    public static <T> T onFx(Supplier<T> what) {
        start();
        return on(what);
    }

    /**
     * Minimizes a shown window, which goes on like any other, for keys, mouse and pictures too, but is not painted. Painting is most of a
     * window's processor time: the headless platform copies each frame pixel by pixel, where nobody sees it. On the JavaFX thread.
     */
    public static void leaveUnpainted(Stage shown) {
        shown.setIconified(true);
    }

    /** Runs a task on the JavaFX thread. */
    public static void onFx(Runnable what) {
        onFx(() -> {
            what.run();
            return null;
        });
    }

    private static <T> T on(Supplier<T> what) {
        if (Platform.isFxApplicationThread()) {
            return what.get();
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(what.get());
            } catch (Throwable t) {
                answer.completeExceptionally(t);
            }
        });
        return get(answer);
    }

    /** Waits until an observable is true, without polling. Call from the test thread. */
    public static void waitFor(String what, ObservableBooleanValue condition) {
        CompletableFuture<Void> met = new CompletableFuture<>();
        ChangeListener<Boolean> listener = (observable, old, now) -> {
            if (now) {
                met.complete(null);
            }
        };
        onFx(() -> {
            condition.addListener(listener);
            if (condition.get()) {
                met.complete(null);
            }
        });
        try {
            met.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("Waited " + SECONDS + " s in vain until " + what, e);
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            onFx(() -> condition.removeListener(listener));
        }
    }

    /** Waits until a condition is true, polling on the JavaFX thread. Call from the test thread. */
    public static void waitFor(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!onFx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited " + SECONDS + " s in vain until " + what);
            }
            // Requests a pulse, so that layout and animations continue while polling.
            pulse();
        }
    }

    /** Waits for the next pulse of the toolkit. */
    public static void pulse() {
        CompletableFuture<Void> pulsed = new CompletableFuture<>();
        Platform.runLater(() -> {
            javafx.animation.AnimationTimer timer = new javafx.animation.AnimationTimer() {
                @Override
                public void handle(long now) {
                    stop();
                    pulsed.complete(null);
                }
            };
            timer.start();
        });
        get(pulsed);
    }

    private static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new AssertionError(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("The JavaFX thread did not answer within " + SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

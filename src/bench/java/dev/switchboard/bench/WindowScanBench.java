package dev.switchboard.bench;

import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.items.ItemsController;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.LiveContext;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;

/** Scans a large table into the Items screen: time to the first rows, the longest stall of the JavaFX thread, heap, and time to stop. */
public final class WindowScanBench {
    private WindowScanBench() {}

    /** @param arguments the endpoint and the name of the table */
    public static void main(String[] arguments) throws Exception {
        Path home = Files.createTempDirectory("switchboard-window");
        TestContext test = TestContext.of(home, Environment.DEV, Map.of(Setting.DYNAMODB_ENDPOINT, arguments[0]));
        UiContext context = LiveContext.of(test);
        LoadedView view = Fx.onFx(() -> {
            LoadedView made = ItemsController.SCREEN.loader().apply(context);
            Stage stage = new Stage();
            stage.setScene(new Scene(made.root(), 1280, 800));
            stage.show();
            made.controller().shown(Map.of());
            return made;
        });
        String scan = "SCAN \"" + arguments[1] + "\" SEGMENTS 4";
        run(view, "SCAN \"" + arguments[1] + "\" LIMIT 2000");
        Fx.waitFor("the warm-up is done", () -> label(view, "#numbers").contains("2,000 items"));
        Heartbeat heart = new Heartbeat();
        heart.start();
        long begun = System.nanoTime();
        run(view, scan);
        Fx.waitFor("the first rows are shown",
                () -> view.root().lookup("#items-table") instanceof TableView<?> table && !table.getItems().isEmpty());
        double first = millis(begun);
        while (Fx.onFx(() -> view.root().lookup("#stop").isVisible())) {
            Thread.sleep(20);
        }
        double seconds = millis(begun) / 1000;
        heart.end();
        System.gc();
        long heap = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        System.out.printf(Locale.ROOT, "window scan: first rows %.0f ms, longest stall %.0f ms, all %.1f s, heap after %d MB, status: %s%n",
                first, heart.longest(), seconds, heap, Fx.onFx(() -> label(view, "#numbers")));
        run(view, scan);
        Fx.waitFor("rows are shown", () -> view.root().lookup("#items-table") != null);
        long asked = System.nanoTime();
        Fx.onFx(() -> ((Button) view.root().lookup("#stop")).fire());
        Fx.waitFor("the scan has stopped", () -> !view.root().lookup("#stop").isVisible());
        System.out.printf(Locale.ROOT, "window scan: stopped in %.0f ms%n", millis(asked));
        System.exit(0);
    }

    private static void run(LoadedView view, String text) {
        Fx.onFx(() -> {
            ((TextArea) view.root().lookup("#expression")).setText(text);
            ((Button) view.root().lookup("#run")).fire();
        });
    }

    private static String label(LoadedView view, String id) {
        return view.root().lookup(id) instanceof Label label ? label.getText() : "";
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }

    /** Asks the JavaFX thread for an answer again and again, and keeps the longest wait. */
    private static final class Heartbeat extends Thread {
        private final AtomicBoolean ended = new AtomicBoolean();
        private final AtomicLong longest = new AtomicLong();

        @Override
        public void run() {
            while (!ended.get()) {
                long asked = System.nanoTime();
                java.util.concurrent.CountDownLatch answered = new java.util.concurrent.CountDownLatch(1);
                Platform.runLater(answered::countDown);
                try {
                    answered.await();
                    longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
                    Thread.sleep(5);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        void end() throws InterruptedException {
            ended.set(true);
            join();
        }

        double longest() {
            return longest.get() / 1e6;
        }
    }
}

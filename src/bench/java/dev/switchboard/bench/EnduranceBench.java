package dev.switchboard.bench;

import dev.switchboard.bench.world.ProcessUsage;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.ui.shell.SwitchboardWindow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * The window in use for so many minutes: every two seconds (or {@code -Dbench.pace} milliseconds) a key or a choice as an operator would
 * make it, over all screens, and every five minutes a line of what the process takes. Runs inside the program that it uses.
 */
public final class EnduranceBench {
    /** An operator's pace; a quicker one does an hour's actions in less time. */
    private static final Duration BETWEEN = Duration.ofMillis(Long.getLong("bench.pace", 2000));

    private static final Duration REPORT = Duration.ofMinutes(5);
    private static final List<KeyCode> SCREENS = List.of(
            KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT8,
            KeyCode.DIGIT9);

    private final long end;
    private long actions;

    private EnduranceBench(int minutes) {
        end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
    }

    /** @param arguments the minutes */
    public static void main(String[] arguments) {
        EnduranceBench use = new EnduranceBench(Integer.parseInt(arguments[0]));
        Thread.ofPlatform().daemon().name("operator").start(use::work);
        SwitchboardWindow.open(Home.ofProcess(), Map.of(), Environment.DEV, null);
        System.exit(0);
    }

    private void work() {
        try {
            Stage stage = awaitWindow();
            long reported = System.nanoTime();
            report();
            while (System.nanoTime() < end) {
                for (KeyCode screen : SCREENS) {
                    press(stage, screen, true);
                    for (int i = 0; i < 3; i++) {
                        choose(stage);
                    }
                    press(stage, KeyCode.F5, false);
                }
                press(stage, KeyCode.K, true);
                press(stage, KeyCode.ESCAPE, false);
                if (System.nanoTime() - reported > REPORT.toNanos()) {
                    reported = System.nanoTime();
                    report();
                }
            }
            System.gc();
            report();
            Platform.runLater(stage::close);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stage awaitWindow() throws InterruptedException {
        while (true) {
            Thread.sleep(BETWEEN);
            CompletableFuture<Stage> found = new CompletableFuture<>();
            Platform.runLater(() -> found.complete(Window.getWindows().stream().map(Stage.class::cast).findFirst().orElse(null)));
            Stage stage = found.join();
            if (stage != null) {
                return stage;
            }
        }
    }

    private void press(Stage stage, KeyCode key, boolean shortcut) throws InterruptedException {
        Platform.runLater(() -> {
            Scene scene = stage.getScene();
            Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", key.getName(), key, false, shortcut, false, false));
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_RELEASED, "", key.getName(), key, false, shortcut, false, false));
        });
        actions++;
        Thread.sleep(BETWEEN);
    }

    /** Chooses the next row in every list and table that is seen. */
    private void choose(Stage stage) throws InterruptedException {
        Platform.runLater(() -> {
            for (Node node : stage.getScene().getRoot().lookupAll(".list-view")) {
                if (node instanceof ListView<?> list && !list.getItems().isEmpty()) {
                    list.getSelectionModel().clearAndSelect((list.getSelectionModel().getSelectedIndex() + 1) % list.getItems().size());
                }
            }
            for (Node node : stage.getScene().getRoot().lookupAll(".table-view")) {
                if (node instanceof TableView<?> table && !table.getItems().isEmpty()) {
                    table.getSelectionModel().clearAndSelect((table.getSelectionModel().getSelectedIndex() + 1) % table.getItems().size());
                }
            }
        });
        actions++;
        Thread.sleep(BETWEEN);
    }

    private void report() throws IOException {
        ProcessUsage memory = ProcessUsage.of(ProcessHandle.current().pid());
        System.out.printf(
                Locale.ROOT,
                "after %3d min: %5.0f MB resident, %4d MB of heap used, %3.0f threads, %d actions%n",
                ManagementFactory.getRuntimeMXBean().getUptime() / 60_000,
                memory.residentMegabytes(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1_000_000,
                memory.threads(),
                actions);
    }
}

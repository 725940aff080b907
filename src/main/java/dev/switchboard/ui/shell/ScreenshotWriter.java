package dev.switchboard.ui.shell;

import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.Page;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.job.JobRunner;
import dev.switchboard.session.Session;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.SnapshotWriter;
import dev.switchboard.ui.common.Theme;
import dev.switchboard.users.User;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Writes screenshots of all screens of an open session, light and dark, without a display. */
public final class ScreenshotWriter {
    private static final double WIDTH = 1240;
    private static final double HEIGHT = 800;
    private static final long MOST_SECONDS = 30;
    private static final int MOST_USERS = 20;
    /** Number of pulses without a running job after which a screen is considered complete. */
    private static final int QUIET_PULSES = 12;

    private ScreenshotWriter() {}

    /**
     * Writes the screenshots. Starts JavaFX headless if it is not started, so call it in a process without a window. Blocks; must not be
     * called on the JavaFX thread. The session stays open.
     *
     * @param folder created if it is missing
     * @return the files, such as {@code conversations-light.png}
     */
    public static List<Path> draw(Session session, Path folder) {
        startHeadless();
        WindowSettings kept = WindowSettings.of(SettingsFile.read(session.home().settingsFile()));
        Map<String, String> conversation = conversation(session);
        List<Path> files = new ArrayList<>();
        Stage stage = onFx(Stage::new);
        Shell shell = onFx(() -> show(stage, session, kept));
        try {
            for (ScreenDefinition screen : Screens.all()) {
                onFx(() -> {
                    shell.open(screen.id(), arguments(screen.id(), conversation, session));
                    return true;
                });
                settle(shell);
                for (boolean dark : new boolean[] {false, true}) {
                    files.add(picture(stage.getScene(), dark, folder.resolve(screen.id() + (dark ? "-dark.png" : "-light.png"))));
                }
            }
        } finally {
            onFx(() -> {
                stage.hide();
                shell.leaveOpen();
                return true;
            });
            kept.state().close();
        }
        return files;
    }

    /** The first user who has a conversation, and the newest conversation of that user. */
    private static Map<String, String> conversation(Session session) {
        for (User user : session.users().all().stream().filter(User::identified).limit(MOST_USERS).toList()) {
            Page<MessageGroup> groups = session.conversations().groups(user.uuid(), new TimeRange.All(), 1, null);
            if (!groups.rows().isEmpty()) {
                return Map.of("user", user.handle(), "group", groups.rows().getFirst().uuid());
            }
        }
        return Map.of();
    }

    private static Map<String, String> arguments(String screen, Map<String, String> conversation, Session session) {
        return switch (screen) {
            case "conversations" -> conversation;
            case "items" -> Map.of("table", session.settings().messagesTable());
            default -> Map.of();
        };
    }

    private static void startHeadless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        // The PNG writer loads AWT's library, which must not look for a display either.
        System.setProperty("java.awt.headless", "true");
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(true));
        } catch (IllegalStateException alreadyStarted) {
            started.complete(true);
        }
        await(started);
        Platform.setImplicitExit(false);
    }

    private static Shell show(Stage stage, Session session, WindowSettings kept) {
        LaunchOptions start = new LaunchOptions(session.home(), Map.of(), Map.of(), session.environment(), null);
        Shell shell = new Shell(start, kept, JobRunner.onVirtualThreads(), Platform::runLater, () -> stage);
        Scene scene = new Scene(shell.root(), WIDTH, HEIGHT);
        Theme.use(false);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        shell.startTicking();
        shell.adopt(session);
        return shell;
    }

    private static Path picture(Scene scene, boolean dark, Path file) {
        onFx(() -> {
            Theme.use(dark);
            return true;
        });
        pulses(2, () -> true);
        return onFx(() -> {
            SnapshotWriter.save(scene, file);
            return file;
        });
    }

    private static void settle(Shell shell) {
        pulses(QUIET_PULSES, () -> {
            OpenSession open = shell.current();
            return open == null || open.context().jobs().running().isEmpty();
        });
    }

    /** Waits until a condition is true for a number of consecutive pulses. */
    private static void pulses(int wanted, Supplier<Boolean> condition) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        onFx(() -> {
            new AnimationTimer() {
                private int seen;

                @Override
                public void handle(long now) {
                    seen = condition.get() ? seen + 1 : 0;
                    if (seen >= wanted) {
                        stop();
                        done.complete(true);
                    }
                }
            }.start();
            return true;
        });
        await(done);
    }

    private static <T> T onFx(Supplier<T> what) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(what.get());
            } catch (Throwable t) {
                answer.completeExceptionally(t);
            }
        });
        return await(answer);
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The screenshot of a screen failed", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("A screen was not complete within " + MOST_SECONDS + " s", e);
        }
    }
}

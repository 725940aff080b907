package dev.switchboard.ui.shell;

import dev.switchboard.failure.Explanation;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.JobViewModel;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.UiJobs.WriteAnswer;
import dev.switchboard.ui.common.WaitDialog;
import dev.switchboard.ui.common.WindowDialogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks before a session is left under a write: the write finishes, is stopped, or the operator stays. It then waits without blocking the
 * window, says for what, and shows what a write that did not succeed has left. After a stop it waits for {@link Session#LONGEST_CLOSE} at
 * most; a write that may finish ends by itself, because each of its calls has a time limit. JavaFX thread only.
 */
final class SessionLeaver {
    private static final Messages TEXT = Messages.of(SessionLeaver.class);
    /** A job that only began is a look at something; leaving it needs no question. */
    private static final java.time.Duration WORTH_A_QUESTION = java.time.Duration.ofSeconds(2);

    private static final Duration LOOK = Duration.millis(100);
    private final UiContext context;
    private final WindowDialogs dialogs;
    private final OpenWrites writes;
    private final Executor fx;
    private final Consumer<WriteAnswer> finished;
    private final Supplier<List<String>> unsaved;
    private final Timeline watch = new Timeline(new KeyFrame(LOOK, event -> look()));
    private final List<WriteAnswer> answers = new ArrayList<>();
    private String action = "";
    private Runnable next = () -> {};
    private boolean busy;
    private @Nullable WaitDialog waiting;
    private long stoppedNanos;
    private boolean stopped;

    /**
     * @param fx runs on the JavaFX thread
     * @param unsaved what the operator entered and did not write yet, in words
     * @param finished told, once the session was left, of each write that was waited for and succeeded
     */
    SessionLeaver(UiContext context, WindowDialogs dialogs, Executor fx, Supplier<List<String>> unsaved, Consumer<WriteAnswer> finished) {
        this.unsaved = unsaved;
        this.finished = finished;
        this.context = context;
        this.dialogs = dialogs;
        this.fx = fx;
        writes = new OpenWrites(context);
        watch.setCycleCount(Animation.INDEFINITE);
    }

    /**
     * Performs an action once nothing is being written and the operator agrees. Does nothing while an earlier call waits.
     *
     * @param what the action, as the button is labeled
     * @param then performs the action
     */
    void leave(String what, Runnable then) {
        if (busy) {
            return;
        }
        busy = true;
        action = what;
        next = then;
        answers.clear();
        boolean agreed = false;
        try {
            agreed = mayLeaveUnsaved() && (!writes.none() || mayStopReading()) && (writes.none() || mayWait());
        } finally {
            // Not while a dialog waits; a question that could not be shown must not keep the window open.
            busy = agreed || waiting != null;
        }
        if (agreed) {
            goOn();
        }
    }

    private void goOn() {
        busy = false;
        next.run();
        // The notices of a session go with it.
        answers.stream().filter(answer -> answer.failure() == null).forEach(finished);
    }

    /** The session is left in another way: nothing is waited for any more. */
    void cancel() {
        watch.stop();
        WaitDialog dialog = waiting;
        waiting = null;
        busy = false;
        if (dialog != null) {
            dialog.withdraw();
        }
    }

    private boolean mayLeaveUnsaved() {
        List<String> left = unsaved.get();
        return left.isEmpty()
                || dialogs.confirm(
                        TEXT.get("leave.unsaved.title"), TEXT.get("leave.unsaved.text", String.join(", ", left)),
                        TEXT.get("leave.unsaved.action"));
    }

    private boolean mayStopReading() {
        List<String> titles = context.jobs().running().stream()
                .filter(job -> job.elapsed().compareTo(WORTH_A_QUESTION) > 0)
                .map(JobViewModel::title)
                .toList();
        return titles.isEmpty()
                || dialogs.confirm(TEXT.get("leave.title"), TEXT.get("leave.text", String.join(", ", titles)), action);
    }

    /** Whether nothing is written any more when the operator has answered; else it waits, or the operator stays. */
    private boolean mayWait() {
        stopped = false;
        Optional<String> chosen = dialogs.choose(
                TEXT.get("writes.title"), TEXT.get("writes.text", lines()), TEXT.get("writes.stay"), TEXT.get("writes.finish"),
                TEXT.get("writes.stop"));
        if (chosen.isEmpty()) {
            return false;
        }
        if (chosen.get().equals(TEXT.get("writes.stop"))) {
            stop();
        }
        if (writes.none() && failures().isEmpty()) {
            return true;
        }
        WaitDialog dialog = dialogs.waiting(TEXT.get("waiting.title"), TEXT.get("writes.stay"), TEXT.get("waiting.stop"));
        waiting = dialog;
        say(dialog);
        dialog.show(this::stop, this::stay);
        watch.play();
        return false;
    }

    private String lines() {
        return String.join("\n", writes.titles());
    }

    private void stop() {
        stopped = true;
        stoppedNanos = System.nanoTime();
        writes.stop();
    }

    private void stay() {
        watch.stop();
        waiting = null;
        busy = false;
    }

    /** Hears how a write has ended. */
    void ended(WriteAnswer answer) {
        if (busy) {
            answers.add(answer);
        }
    }

    private List<WriteAnswer> failures() {
        return answers.stream().filter(answer -> answer.failure() != null).toList();
    }

    private void say(WaitDialog dialog) {
        dialog.text(TEXT.get(stopped ? "waiting.stopping" : "waiting.for", lines()));
    }

    private void look() {
        WaitDialog dialog = waiting;
        if (dialog == null) {
            return;
        }
        boolean late = stopped && System.nanoTime() - stoppedNanos > Session.LONGEST_CLOSE.toNanos();
        if (!late && !writes.none()) {
            say(dialog);
            return;
        }
        watch.stop();
        waiting = null;
        // A dialog cannot be shown from within an animation.
        fx.execute(() -> {
            dialog.withdraw();
            if (failures().isEmpty() || dialogs.confirm(TEXT.get("writes.ended"), said(), TEXT.get("writes.go-on"))) {
                goOn();
            } else {
                busy = false;
            }
        });
    }

    private String said() {
        return failures().stream().map(answer -> sentence(answer.title(), answer.failure())).collect(Collectors.joining("\n\n"));
    }

    /** How a write has ended, in words. */
    static String sentence(String title, @Nullable Explanation failure) {
        if (failure == null) {
            return TEXT.get("write.finished", title);
        }
        String remedy = failure.remedy();
        return TEXT.get("write.failed", title, remedy == null ? failure.sentence() : failure.sentence() + " " + remedy);
    }
}

package dev.switchboard.ui.shell;

import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.session.CredentialPrompter;
import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Question;
import dev.switchboard.ui.common.WindowDialogs;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a database password or an MFA code, for one session. The calling job waits while the window stays responsive. A dialog is
 * closed with its job or with the session; concurrent requests are queued.
 */
final class PasswordPrompt implements CredentialPrompter {
    private static final Messages TEXT = Messages.of(PasswordPrompt.class);
    private static final Pattern DEVICE = Pattern.compile("arn:[\\w-]+:iam::(\\d+):mfa/(.+)");
    private final WindowDialogs dialogs;
    private final Executor fx;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile @Nullable CompletableFuture<@Nullable String> pendingAnswer;
    private volatile boolean closed;

    private record PendingPrompt(String title, String label, String note, String action) {}

    PasswordPrompt(Supplier<@Nullable Window> window, Environment environment, Executor fx) {
        this.dialogs = new WindowDialogs(window, environment);
        this.fx = fx;
    }

    @Override
    public @Nullable String password(PostgresUrl url) {
        String label = TEXT.get("password.label", url.user(), url.target());
        @Nullable String reason = url.passwordNote();
        String note = reason == null ? TEXT.get("password.note") : TEXT.get("password.note") + " " + reason;
        return ask(new PendingPrompt(TEXT.get("password.title"), label, note, TEXT.get("password.action")));
    }

    @Override
    public @Nullable String mfaCode(String serial) {
        Matcher arn = DEVICE.matcher(serial);
        String device = arn.matches() ? TEXT.get("mfa.device", arn.group(2), arn.group(1)) : serial;
        return ask(new PendingPrompt(TEXT.get("mfa.title"), TEXT.get("mfa.label", device), TEXT.get("mfa.note"), TEXT.get("mfa.action")));
    }

    @Override
    public void close() {
        closed = true;
        CompletableFuture<@Nullable String> open = pendingAnswer;
        if (open != null) {
            open.complete(null);
        }
    }

    private @Nullable String ask(PendingPrompt question) {
        try {
            turn.lockInterruptibly();
            try {
                return answer(question);
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private @Nullable String answer(PendingPrompt question) throws InterruptedException {
        CompletableFuture<@Nullable String> answer = new CompletableFuture<>();
        pendingAnswer = answer;
        try {
            if (closed) {
                return null;
            }
            fx.execute(() -> show(question, answer));
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The prompt could not be shown", e);
        } finally {
            pendingAnswer = null;
            // If the caller no longer waits, this closes the dialog.
            answer.complete(null);
        }
    }

    private void show(PendingPrompt asking, CompletableFuture<@Nullable String> answer) {
        if (answer.isDone()) {
            return;
        }
        try {
            Question question = dialogs.secret(asking.title(), asking.label(), asking.note(), asking.action());
            var _ = answer.thenRun(() -> fx.execute(question::withdraw));
            answer.complete(question.answer().orElse(null));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }
}

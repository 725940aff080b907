package dev.switchboard.ui.shell;

import dev.switchboard.environment.Environment;
import dev.switchboard.postgres.PostgresUrl;
import dev.switchboard.session.Prompts;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.WindowDialogs;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks the operator for a database's password or the code of an MFA device. Called by the job that needs it, which waits; the window goes on meanwhile. */
final class PasswordPrompt implements Prompts {
    private static final Messages TEXT = Messages.of(PasswordPrompt.class);
    private final Supplier<@Nullable Window> window;
    private final Environment environment;
    private final Executor fx;

    PasswordPrompt(Supplier<@Nullable Window> window, Environment environment, Executor fx) {
        this.window = window;
        this.environment = environment;
        this.fx = fx;
    }

    @Override
    public @Nullable String password(PostgresUrl url) {
        return ask(TEXT.get("password.title"), TEXT.get("password.label", url.user(), url.target()), TEXT.get("password.action"));
    }

    @Override
    public @Nullable String mfaCode(String serial) {
        return ask(TEXT.get("mfa.title"), TEXT.get("mfa.label", serial), TEXT.get("mfa.action"));
    }

    private @Nullable String ask(String title, String label, String action) {
        CompletableFuture<@Nullable String> typed = new CompletableFuture<>();
        fx.execute(() -> {
            WindowDialogs dialogs = new WindowDialogs(window, environment);
            typed.complete(dialogs.ask(title, label, true, action).orElse(null));
        });
        try {
            return typed.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The operator could not be asked", e);
        }
    }
}

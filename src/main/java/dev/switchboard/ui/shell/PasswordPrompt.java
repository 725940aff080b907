package dev.switchboard.ui.shell;

import dev.switchboard.environment.Environment;
import dev.switchboard.postgres.PostgresUrl;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.WindowDialogs;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks the operator for a database's password. Called by the job that needs it, which waits; the window goes on meanwhile. */
final class PasswordPrompt implements Function<PostgresUrl, @Nullable String> {
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
    public @Nullable String apply(PostgresUrl url) {
        CompletableFuture<@Nullable String> typed = new CompletableFuture<>();
        fx.execute(() -> {
            WindowDialogs dialogs = new WindowDialogs(window, environment);
            String label = TEXT.get("password.label", url.user(), url.target());
            typed.complete(dialogs.ask(TEXT.get("password.title"), label, true, TEXT.get("password.action")).orElse(null));
        });
        try {
            return typed.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The password could not be asked for", e);
        }
    }
}

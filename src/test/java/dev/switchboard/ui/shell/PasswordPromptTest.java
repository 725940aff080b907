package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.local.PostgresEngine;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prompts for passwords and MFA codes in the real window. */
class PasswordPromptTest {
    private final PostgresEngine postgres = TestEngines.freshDatabase();

    @TempDir
    Path home;

    /** A database whose URL has no password. */
    private Map<Setting, String> asking() {
        Map<Setting, String> settings = new HashMap<>(TestSettings.fresh(home));
        settings.put(
                Setting.POSTGRES_URL, "postgresql://" + postgres.user() + "@127.0.0.1:" + postgres.port() + "/" + postgres.database());
        return settings;
    }

    private static List<String> labels(Parent parent) {
        List<String> found = new ArrayList<>();
        for (Node node : parent.lookupAll(".label")) {
            if (node instanceof Label label && label.getText() != null) {
                found.add(label.getText());
            }
        }
        return found;
    }

    @Test
    void typedPasswordConnectsAllWaitingJobs() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, asking())) {
            PromptResponder hands = new PromptResponder(window);
            DialogPane dialog = hands.question();
            assertThat(labels(dialog)).anyMatch(text -> text.contains(postgres.user()) && text.contains(postgres.database()));
            Fx.waitFor("the field has the focus", () -> dialog.getScene().getFocusOwner() == dialog.lookup("#answer"));
            Screenshots.saveScene(dialog.getScene(), "prompt-password");
            hands.type(dialog, postgres.password());
            hands.awaitEnd(dialog);
            Fx.waitFor("the header knows the database", () -> window.shell.model().titleProperty().get().contains(postgres.database()));
            assertThat(Fx.onFx(() -> hands.dialogs())).as("no second prompt").isEmpty();
        }
    }

    @Test
    void canceledPromptReportsMissingPassword() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, asking())) {
            PromptResponder hands = new PromptResponder(window);
            DialogPane dialog = hands.question();
            hands.cancel(dialog);
            hands.awaitEnd(dialog);
            Session session = window.shell.current().context().session();
            Fx.waitFor("the connection was refused", () -> session.activity().calls().stream().anyMatch(call -> !call.succeeded()));
        }
    }

    @Test
    void promptClosesWithItsJob() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, asking())) {
            PromptResponder hands = new PromptResponder(window);
            DialogPane dialog = hands.question();
            Fx.onFx(() -> List.copyOf(window.shell.current().context().jobs().running()).forEach(job -> job.cancel()));
            hands.awaitEnd(dialog);
        }
    }

    @Test
    void promptClosesWithItsSession() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, asking())) {
            PromptResponder hands = new PromptResponder(window);
            DialogPane dialog = hands.question();
            OpenSession former = window.shell.current();
            Fx.onFx(() -> Platform.runLater(window.shell::reopen));
            hands.awaitEnd(dialog);
            Fx.waitFor("another session is open", () -> window.shell.current() != null && window.shell.current() != former);
            hands.cancel(hands.question());
        }
    }

    @Test
    void closedSessionShowsNoPrompt() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, asking())) {
            PromptResponder hands = new PromptResponder(window);
            DialogPane dialog = hands.question();
            // Closed by its owner rather than by the window.
            window.shell.current().context().session().close();
            hands.awaitEnd(dialog);
            Fx.pulse();
            assertThat(Fx.onFx(() -> hands.dialogs())).isEmpty();
        }
    }

    @Test
    void promptsAreQueuedAndMfaCodeAssumesRole() throws Exception {
        try (MfaAccount account = new MfaAccount(home)) {
            Map<Setting, String> settings = account.settings();
            settings.put(Setting.POSTGRES_URL, "postgresql://operator@127.0.0.1:9/cruddur");
            try (ShellFixture window = new ShellFixture(home, Environment.PRD, settings)) {
                PromptResponder hands = new PromptResponder(window);
                DialogPane first = hands.question();
                Fx.pulse();
                assertThat(Fx.onFx(() -> hands.dialogs())).as("one at a time").hasSize(1);
                Map<Boolean, DialogPane> byKind = new HashMap<>();
                byKind.put(isOfDevice(first), first);
                answer(hands, first);
                DialogPane second = hands.question();
                byKind.put(isOfDevice(second), second);
                answer(hands, second);
                assertThat(byKind.keySet()).as("the password and the code").containsExactlyInAnyOrder(true, false);
                Fx.waitFor("the role is assumed", () -> !account.assumed().isEmpty());
                assertThat(account.assumed()).hasSize(1).first().asString().contains("TokenCode=123456");
                Fx.waitFor("the header says when that ends", () -> {
                    window.shell.tick();
                    return window.shell.root().lookup("#credentials-end") != null;
                });
            }
        }
    }

    private static boolean isOfDevice(DialogPane dialog) {
        return labels(dialog).stream().anyMatch(text -> text.contains("anna.lindqvist"));
    }

    private static void answer(PromptResponder hands, DialogPane dialog) {
        if (isOfDevice(dialog)) {
            assertThat(labels(dialog)).as("no raw ARN").noneMatch(text -> text.contains("arn:"))
                    .anyMatch(text -> text.contains("111122223333"));
            Screenshots.saveScene(dialog.getScene(), "prompt-mfa");
        }
        hands.type(dialog, "123456");
        hands.awaitEnd(dialog);
    }
}

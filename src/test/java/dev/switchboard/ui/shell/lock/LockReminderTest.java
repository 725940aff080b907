package dev.switchboard.ui.shell.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.journal.WriteLock;
import dev.switchboard.settings.Environment;
import dev.switchboard.ui.common.LockViewModel;
import dev.switchboard.ui.testing.FakeNotices;
import dev.switchboard.ui.testing.Fx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;

class LockReminderTest {
    private static final Instant START = Instant.parse("2026-11-27T03:00:00Z");
    private Instant now = START;
    private final WriteLock lock =
            new WriteLock("prd", true, () -> now, () -> Duration.between(START, now).toNanos());
    private final List<String> asked = new ArrayList<>();
    private final LockViewModel model = new LockViewModel(lock, Environment.PRD, Runnable::run, () -> asked.add("unlock"), () -> {});
    private final FakeNotices notices = new FakeNotices();
    private final LockReminder reminder = new LockReminder(model, notices, () -> asked.add("unlock"));

    private void after(Duration time) {
        now = now.plus(time);
        model.tick();
        reminder.tick();
    }

    @Test
    void remindsOnceInTheLastMinuteAndTellsTheEnd() {
        lock.unlock("prd");
        after(Duration.ofMinutes(8));
        assertThat(notices.said).isEmpty();
        after(Duration.ofSeconds(61));
        after(Duration.ofSeconds(1));
        assertThat(notices.said).hasSize(1);
        assertThat(notices.said.getFirst()).contains("less than a minute").endsWith("[Keep unlocked…]");
        notices.offered.run();
        assertThat(asked).containsExactly("unlock");
        after(Duration.ofMinutes(1));
        assertThat(notices.said).hasSize(2);
        assertThat(notices.said.getLast()).contains("prd is locked").endsWith("[Unlock…]");
        after(Duration.ofMinutes(1));
        assertThat(notices.said).hasSize(2);
    }

    @Test
    void remindsAgainWhenItWasKeptUnlocked() {
        lock.unlock("prd");
        after(Duration.ofSeconds(550));
        lock.unlock("prd");
        after(Duration.ofSeconds(1));
        assertThat(notices.said).hasSize(1);
        after(Duration.ofSeconds(550));
        assertThat(notices.said).hasSize(2).allMatch(text -> text.contains("less than a minute"));
    }

    @Test
    void saysNothingWhereNothingHasToBeUnlocked() {
        WriteLock none = new WriteLock("dev", false, () -> now);
        LockViewModel dev = new LockViewModel(none, Environment.DEV, Runnable::run, () -> {}, () -> {});
        LockReminder quiet = new LockReminder(dev, notices, () -> {});
        dev.tick();
        quiet.tick();
        assertThat(notices.said).isEmpty();
    }

    @Test
    void clickOnAnUnlockedOneOpensAMenuAndDoesNotLock() {
        Fx.onFx(() -> {
            Button button = new Button();
            Stage stage = new Stage();
            stage.setScene(new Scene(button));
            stage.show();
            Subscription shown = LockButton.follow(button, model, () -> asked.add("unlock"));
            button.fire();
            assertThat(asked).containsExactly("unlock");
            lock.unlock("prd");
            model.tick();
            assertThat(button.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("unlocked"));
            button.fire();
            assertThat(lock.isOpen()).isTrue();
            ContextMenu menu = (ContextMenu) Window.getWindows().stream().filter(ContextMenu.class::isInstance).findFirst().orElseThrow();
            menu.getItems().getFirst().fire();
            assertThat(lock.isOpen()).isFalse();
            assertThat(button.getPseudoClassStates()).doesNotContain(PseudoClass.getPseudoClass("unlocked"));
            shown.unsubscribe();
            lock.unlock("prd");
            model.tick();
            assertThat(button.getPseudoClassStates()).as("follows another lock").doesNotContain(PseudoClass.getPseudoClass("unlocked"));
            stage.hide();
        });
    }
}

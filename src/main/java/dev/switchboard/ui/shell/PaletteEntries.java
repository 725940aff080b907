package dev.switchboard.ui.shell;

import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LockViewModel;
import dev.switchboard.ui.common.ScreenController;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.ThemeChoice;
import dev.switchboard.ui.common.WindowState;
import dev.switchboard.ui.shell.palette.PaletteEntry;
import dev.switchboard.ui.shell.palette.PaletteIndex;
import dev.switchboard.users.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of the command palette: screens and actions, and the users. */
final class PaletteEntries {
    private static final Messages TEXT = Messages.of(PaletteEntries.class);
    private final Shell shell;
    private final WindowState state;

    PaletteEntries(Shell shell, WindowState state) {
        this.shell = shell;
        this.state = state;
    }

    List<PaletteEntry> all() {
        List<PaletteEntry> entries = new ArrayList<>();
        if (shell.model().openProperty().get()) {
            int number = 1;
            for (ScreenDefinition screen : Screens.all()) {
                entries.add(new PaletteEntry(screen.title(), "Ctrl+" + number++, screen.icon(), () -> shell.open(screen.id())));
            }
            entries.add(new PaletteEntry(TEXT.get("action.refresh"), "F5", "fth-rotate-cw", this::refresh));
            lock(entries);
        } else {
            entries.add(new PaletteEntry(TEXT.get("action.settings"), "", "fth-settings", () -> shell.open("settings")));
        }
        environment(entries);
        entries.add(new PaletteEntry(TEXT.get("action.help"), "F1", "fth-help-circle", shell.view()::openHelp));
        for (ThemeChoice choice : ThemeChoice.values()) {
            entries.add(new PaletteEntry(TEXT.get("action.theme." + choice), "", "fth-sun", () -> state.themeProperty().set(choice)));
        }
        return entries;
    }

    /** The users whose conversations can be opened. Can be called on any thread; with many users it takes a moment. */
    PaletteIndex index(List<User> all) {
        List<User> users = all.stream().filter(User::identified).toList();
        List<String> titles = users.stream().map(user -> "@" + user.handle() + " " + user.displayName()).toList();
        return new PaletteIndex(titles, number -> entry(users.get(number)));
    }

    private PaletteEntry entry(User user) {
        String title = TEXT.get("action.user", user.handle(), user.displayName());
        return new PaletteEntry(title, "", "fth-user", () -> shell.open("conversations", Map.of("user", user.handle())));
    }

    private void refresh() {
        @Nullable OpenSession session = shell.current();
        @Nullable ScreenController front = session == null ? null : session.front();
        if (front != null) {
            front.refresh();
        }
    }

    private void lock(List<PaletteEntry> entries) {
        @Nullable OpenSession session = shell.current();
        if (session == null || !session.context().session().environment().policy().lockRequired()) {
            return;
        }
        LockViewModel lock = session.context().lock();
        entries.add(
                lock.openProperty().get()
                        ? new PaletteEntry(TEXT.get("action.lock"), "", "fth-lock", lock::lockNow)
                        : new PaletteEntry(TEXT.get("action.unlock"), "", "fth-unlock", shell::unlock));
    }

    private void environment(List<PaletteEntry> entries) {
        Environment now = shell.model().environmentProperty().get();
        Environment other = now.other();
        entries.add(new PaletteEntry(TEXT.get("action.switch", other.code()), "", "fth-repeat", () -> shell.change(other)));
        entries.add(new PaletteEntry(TEXT.get("action.reopen", now.code()), "", "fth-power", shell::reopen));
    }
}

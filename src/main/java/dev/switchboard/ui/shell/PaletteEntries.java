package dev.switchboard.ui.shell;

import dev.switchboard.explorer.query.SavedQuery;
import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LockViewModel;
import dev.switchboard.ui.common.ScreenController;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.ThemeChoice;
import dev.switchboard.ui.common.WindowState;
import dev.switchboard.ui.shell.palette.PaletteEntry;
import dev.switchboard.ui.shell.palette.PaletteIndex;
import dev.switchboard.ui.shell.palette.ScreenActions;
import dev.switchboard.users.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entries of the command palette: screens and actions, and tables, saved queries, and users. */
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
            entries.addAll(onScreen());
            lock(entries);
        } else {
            entries.add(new PaletteEntry(TEXT.get("action.settings"), "", "fth-settings", () -> shell.open("settings")));
        }
        environment(entries);
        for (ThemeChoice choice : ThemeChoice.values()) {
            entries.add(new PaletteEntry(TEXT.get("action.theme." + choice), "", "fth-sun", () -> state.themeProperty().set(choice)));
        }
        return entries;
    }

    private List<PaletteEntry> onScreen() {
        String front = shell.model().screenProperty().get();
        return Screens.all().stream()
                .filter(screen -> screen.id().equals(front))
                .flatMap(screen -> ScreenActions.of(shell.view().host(), screen.title()).stream())
                .toList();
    }

    /**
     * What the palette finds in the data: the tables, the saved queries, and the users whose conversations can be opened. Can be called on any
     * thread; with many users it takes a moment.
     */
    PaletteIndex index(List<String> tables, List<SavedQuery> queries, List<User> all) {
        // A query with placeholders has to be filled in first, which the menu of saved queries does.
        List<SavedQuery> whole = queries.stream().filter(query -> query.parameters().isEmpty()).toList();
        List<User> users = all.stream().filter(User::identified).toList();
        List<String> titles = Stream.of(
                tables.stream(),
                whole.stream().map(SavedQuery::name),
                users.stream().map(user -> "@" + user.handle() + " " + user.displayName()))
                .flatMap(each -> each)
                .toList();
        int afterTables = tables.size();
        int afterQueries = afterTables + whole.size();
        return new PaletteIndex(titles, number -> {
            if (number < afterTables) {
                return table(tables.get(number));
            }
            return number < afterQueries ? query(whole.get(number - afterTables)) : entry(users.get(number - afterQueries));
        });
    }

    private PaletteEntry table(String name) {
        return new PaletteEntry(name, TEXT.get("action.table"), "fth-grid", () -> shell.open("items", Map.of("table", name)));
    }

    private PaletteEntry query(SavedQuery query) {
        return new PaletteEntry(
                query.name(), TEXT.get("action.query"), "fth-bookmark", () -> shell.open("items", Map.of("query", query.text())));
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

package dev.switchboard.ui.shell;

import dev.switchboard.explorer.query.SavedQuery;
import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.ThemeChoice;
import dev.switchboard.ui.common.WindowState;
import dev.switchboard.ui.common.keys.Shortcut;
import dev.switchboard.ui.shell.menu.ApplicationMenu;
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

    /** All entries of the palette that need no search in the data. */
    List<PaletteEntry> all() {
        return Stream.of(screens(), onScreen(), environment(), view(), help()).flatMap(List::stream).toList();
    }

    /** The same entries, as the submenus of the menu. */
    List<ApplicationMenu.Section> menu() {
        return List.of(
                new ApplicationMenu.Section(TEXT.get("menu.go"), this::screens),
                new ApplicationMenu.Section(TEXT.get("menu.screen"), this::onScreen),
                new ApplicationMenu.Section(TEXT.get("menu.environment"), this::environment),
                new ApplicationMenu.Section(TEXT.get("menu.view"), this::view),
                new ApplicationMenu.Section(TEXT.get("menu.help"), this::help));
    }

    private List<PaletteEntry> screens() {
        if (!shell.model().openProperty().get()) {
            return List.of(new PaletteEntry(
                    TEXT.get("action.settings"), Shortcut.SETTINGS.keys(), "fth-settings", () -> shell.open("settings")));
        }
        List<PaletteEntry> entries = new ArrayList<>();
        for (ScreenDefinition screen : Screens.all()) {
            entries.add(new PaletteEntry(
                    screen.title(), Shortcut.ofScreen(entries.size() + 1), screen.icon(), () -> shell.open(screen.id())));
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

    private List<PaletteEntry> environment() {
        List<PaletteEntry> entries = new ArrayList<>();
        @Nullable OpenSession session = shell.current();
        if (session != null && shell.model().openProperty().get() && session.context().session().environment().policy().lockRequired()) {
            boolean open = session.context().lock().openProperty().get();
            entries.add(new PaletteEntry(
                    TEXT.get(open ? "action.lock" : "action.unlock"), Shortcut.LOCK.keys(), open ? "fth-lock" : "fth-unlock",
                    shell::toggleLock));
        }
        Environment now = shell.model().environmentProperty().get();
        Environment other = now.other();
        entries.add(new PaletteEntry(TEXT.get("action.switch", other.code()), "", "fth-repeat", () -> shell.change(other)));
        entries.add(new PaletteEntry(TEXT.get("action.reopen", now.code()), "", "fth-power", shell::reopen));
        return entries;
    }

    private List<PaletteEntry> view() {
        List<PaletteEntry> entries = new ArrayList<>();
        entries.add(new PaletteEntry(TEXT.get("action.refresh"), Shortcut.REFRESH.keys(), "fth-rotate-cw", shell.keys()::refresh));
        entries.add(new PaletteEntry(TEXT.get("action.notices"), Shortcut.NOTICES.keys(), "fth-bell", shell.view().history()::toggle));
        for (ThemeChoice choice : ThemeChoice.values()) {
            entries.add(new PaletteEntry(TEXT.get("action.theme." + choice), "", "fth-sun", () -> state.themeProperty().set(choice)));
        }
        return entries;
    }

    private List<PaletteEntry> help() {
        return List.of(
                new PaletteEntry(TEXT.get("action.help"), Shortcut.HELP.keys(), "fth-help-circle", shell.view()::openHelp),
                new PaletteEntry(
                        TEXT.get("action.shortcuts"), Shortcut.SHORTCUTS.keys(), "fth-command",
                        () -> shell.view().sheet().toggle(Screens.all())));
    }
}

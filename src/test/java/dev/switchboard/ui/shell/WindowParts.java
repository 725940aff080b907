package dev.switchboard.ui.shell;

import dev.switchboard.postgres.admin.DatabaseSession;
import dev.switchboard.ui.code.CodeEditor;
import dev.switchboard.ui.common.ScreenController;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.shell.palette.PaletteEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import javafx.collections.ObservableList;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

/** All parts of the window: frame, palette, and each screen with a selection and input, and the methods behind it. */
final class WindowParts {
    private final LockedPrd prd;
    private final Shell shell;
    private final List<WindowPart> pages = new ArrayList<>();
    private final Set<String> leftOut = new TreeSet<>();

    WindowParts(LockedPrd prd) {
        this.prd = prd;
        shell = prd.window.shell;
    }

    List<WindowPart> all() {
        screen("overview", "overview", Map.of(), () -> true);
        screen("findings", "overview", Map.of("findings", "cognito-id-missing"), () -> isSeen("#footer"));
        screen("a repair of findings", "overview", Map.of(), this::planned);
        behind();
        screen("conversations", "conversations", Map.of("user", prd.user, "group", prd.group),
                () -> isSeen("#words") && typed("#words", "Hello."));
        screen("a new conversation", "conversations", Map.of(), this::begun);
        behind();
        screen("users", "users", Map.of(), () -> isSeen("#chips") || !fired("#compare"));
        behind();
        screen("tables", "tables", Map.of("table", prd.table), () -> isSeen("#drop"));
        behind();
        screen("items", "items", Map.of("table", prd.table), () -> isSeen("#items-table"));
        behind();
        partiql();
        screen("seeding", "seeding", Map.of("from", prd.user), () -> isSeen("#run"));
        behind();
        screen("database set-up", "database", Map.of(), () -> tab(0));
        screen("database sessions", "database", Map.of("pane", "sessions"), () -> tab(1));
        screen("database files", "database", Map.of("pane", "files"), () -> tab(3));
        screen("database SQL", "database", Map.of("pane", "sql"), () -> tab(2) && typed("#script", "update users set handle = 'x'"));
        behind();
        screen("calls", "activity", Map.of(), () -> tab(0));
        screen("changes", "activity", Map.of("pane", "changes"), () -> tab(1));
        behind();
        screen("settings", "settings", Map.of(), () -> typed("#setting-awsRegion", "eu-west-2"));
        behind();
        pages.add(new WindowPart("frame", () -> shell.open("overview"), () -> true, this::frame));
        pages.add(new WindowPart("palette", shell.view().palette()::open, shell.view().palette()::isOpen, this::palette));
        return pages;
    }

    /** The methods behind the screens without a matching argument. */
    Set<String> leftOut() {
        return leftOut;
    }

    private void screen(String name, String id, Map<String, String> arguments, BooleanSupplier prepared) {
        Runnable open = () -> {
            ScreenController front = front();
            if (front != null) {
                front.escape();
            }
            shell.open(id, arguments);
        };
        BooleanSupplier ready = () -> shell.model().screenProperty().get().equals(id) && prepared.getAsBoolean() && chosen();
        pages.add(new WindowPart(name, open, ready, () -> seen(name, id)));
    }

    /** The methods behind the screen that was prepared last; parts of a screen share them. */
    private void behind() {
        WindowPart seen = pages.getLast();
        pages.add(new WindowPart("behind " + seen.name(), seen.open(), seen.ready(), () -> behind(seen.name())));
    }

    private List<WindowAction> seen(String name, String id) {
        List<WindowAction> actions = WindowActions.below(name, id, host(), Set.of());
        actions.add(key(name, KeyCode.F5, false));
        actions.add(key(name, KeyCode.ESCAPE, false));
        actions.add(key(name, KeyCode.F, true));
        return actions;
    }

    private List<WindowAction> behind(String name) {
        Map<Class<?>, List<Object>> values = new HashMap<>(prd.values);
        host().lookupAll(".table-view").forEach(node -> some(((TableView<?>) node).getItems(), values));
        ViewModelMethods methods = new ViewModelMethods("behind " + name, values).of(Objects.requireNonNull(front()));
        leftOut.addAll(methods.leftOut());
        return methods.actions();
    }

    private static void some(List<?> rows, Map<Class<?>, List<Object>> values) {
        if (!rows.isEmpty()) {
            Object row = rows.get(mostTelling(rows));
            values.putIfAbsent(row.getClass(), List.of(row));
        }
    }

    private List<WindowAction> frame() {
        Node palette = Objects.requireNonNull(shell.root().lookup("#paletteLayer"));
        List<WindowAction> actions = WindowActions.below("frame", "frame", shell.root(), Set.of(host(), palette));
        actions.add(key("frame", KeyCode.K, true));
        for (ScreenDefinition screen : Screens.all()) {
            int digit = Screens.all().indexOf(screen) + 1;
            actions.add(key("frame", KeyCode.valueOf("DIGIT" + digit), true));
        }
        return actions;
    }

    private List<WindowAction> palette() {
        @SuppressWarnings("unchecked") ListView<PaletteEntry> list = (ListView<PaletteEntry>) shell.root().lookup("#palette-list");
        Node field = shell.root().lookup("#palette-field");
        List<WindowAction> actions = new ArrayList<>();
        for (PaletteEntry entry : list.getItems()) {
            actions.add(new WindowAction("palette: " + entry.title(), true, () -> {
                list.getSelectionModel().select(entry);
                WindowActions.press(field, KeyCode.ENTER, false);
            }));
        }
        return actions;
    }

    private WindowAction key(String page, KeyCode code, boolean control) {
        return new WindowAction(page + ": key " + (control ? "Ctrl+" : "") + code, true,
                () -> WindowActions.press(shell.root(), code, control));
    }

    private ScreenController front() {
        OpenSession session = shell.current();
        return session == null ? null : session.front();
    }

    private Node host() {
        return shell.view().host();
    }

    /** Only the pane, because the other parts of the screen were tried before. */
    private void partiql() {
        String name = "items PartiQL";
        BooleanSupplier ready = () -> shell.model().screenProperty().get().equals("items") && statement();
        pages.add(new WindowPart(name, () -> shell.open("items", Map.of()), ready,
                () -> WindowActions.below(name, name, host().lookup("#partiqlPane"), Set.of())));
    }

    /** A tab with a statement that writes; a new one only if none is open. */
    private boolean statement() {
        if (!isSeen("#runBatch")) {
            fired("#newPartiql");
            host().applyCss();
            ((Parent) host()).layout();
        }
        return isSeen("#runBatch") && typed("#editor", "INSERT INTO \"" + prd.table + "\" VALUE {'pk':'new','sk':'new'}");
    }

    private boolean isSeen(String id) {
        Node node = host().lookup(id);
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node != null;
    }

    private boolean typed(String id, String text) {
        // A column header can have the same ID as a field.
        List<TextInputControl> fields =
                host().lookupAll(id).stream().filter(TextInputControl.class::isInstance).map(TextInputControl.class::cast).toList();
        fields.stream().filter(field -> !field.getText().equals(text)).forEach(field -> field.setText(text));
        List<CodeEditor> editors = host().lookupAll(id).stream().filter(CodeEditor.class::isInstance).map(CodeEditor.class::cast).toList();
        editors.stream().filter(editor -> !editor.getText().equals(text)).forEach(editor -> editor.setText(text));
        return !fields.isEmpty() || !editors.isEmpty();
    }

    /** Always true, because it takes time to show. */
    private boolean fired(String id) {
        ((ButtonBase) host().lookup(id)).fire();
        return true;
    }

    /** The preview of a repair, with what it would write. */
    private boolean planned() {
        if (!isSeen("#writes")) {
            return host().lookup("#repair-cognito-id-missing") != null && !fired("#repair-cognito-id-missing");
        }
        return !((ListView<?>) host().lookup("#writes")).getItems().isEmpty();
    }

    private boolean begun() {
        if (!isSeen("#receiver")) {
            // Not by its button, which is disabled: the form can be open when the lock closes.
            ((ButtonBase) host().lookup("#startNew")).getOnAction().handle(new ActionEvent());
            return false;
        }
        return typed("#receiver", "@" + prd.stranger) && typed("#message", "Hello.");
    }

    private boolean tab(int index) {
        ((TabPane) host().lookup("#tabs")).getSelectionModel().select(index);
        return true;
    }

    /** Always true; an item of an empty list is selected once the list is filled. */
    private boolean chosen() {
        host().lookupAll(".table-view")
                .forEach(node -> choose(((TableView<?>) node).getItems(), ((TableView<?>) node).getSelectionModel()));
        host().lookupAll(".list-view").forEach(node -> choose(((ListView<?>) node).getItems(), ((ListView<?>) node).getSelectionModel()));
        return true;
    }

    private static void choose(ObservableList<?> rows, MultipleSelectionModel<?> selection) {
        if (selection.getSelectedItem() == null && !rows.isEmpty()) {
            selection.clearAndSelect(mostTelling(rows));
        }
    }

    /** Selects the first row, or the first session of another process, because the own session cannot be ended. */
    private static int mostTelling(List<?> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof DatabaseSession session && !session.own()) {
                return i;
            }
        }
        return 0;
    }
}

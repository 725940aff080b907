package dev.switchboard.ui.shell;

import dev.switchboard.ui.code.CodeEditor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Finds all actions below a node by walking the scene, so that new controls are found as well. */
final class WindowActions {
    private static final int MOST_CHOICES = 3;
    private final String page;
    private final String screen;
    private final Set<Node> apart;
    private final Map<String, WindowAction> found = new LinkedHashMap<>();

    private WindowActions(String page, String screen, Set<Node> apart) {
        this.page = page;
        this.screen = screen;
        this.apart = apart;
    }

    /**
     * Finds the actions. JavaFX thread only.
     *
     * @param page prefix of the names of usable actions
     * @param screen prefix of the names of other actions, because a control that is hidden in one part is hidden in all parts of a screen
     * @param apart nodes to skip
     */
    static List<WindowAction> below(String page, String screen, Node root, Set<Node> apart) {
        WindowActions actions = new WindowActions(page, screen, apart);
        actions.walk(root, "", true);
        return new ArrayList<>(actions.found.values());
    }

    private void walk(Node node, String place, boolean shown) {
        if (apart.contains(node)) {
            return;
        }
        boolean visible = shown && node.isVisible();
        boolean usable = visible && !node.isDisabled();
        String here = node.getId() == null ? place : place + "#" + node.getId() + " ";
        controls(node, here, usable);
        if (node instanceof Control control && control.getContextMenu() != null) {
            menu(control.getContextMenu().getItems(), here + "menu ", usable);
        }
        if (node.getOnMouseClicked() != null && !(node instanceof IndexedCell<?> cell && cell.isEmpty())) {
            add(here + "click " + type(node), usable, () -> click(node));
        }
        if (node instanceof Parent parent && !(node instanceof ComboBoxBase<?>)) {
            // A copy, because actions can change the list of children.
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> walk(child, here, visible));
        }
    }

    private void controls(Node node, String here, boolean usable) {
        switch (node) {
            case MenuButton menu -> menu(menu.getItems(), here, usable);
            case ButtonBase button -> action(button, here + name(button), usable, button.getOnAction(), button::fire);
            case ComboBox<?> box -> choices(box, here, usable);
            case ComboBoxBase<?> box ->
                action(box, here + name(box), usable, box.getOnAction(), () -> Event.fireEvent(box, new ActionEvent(box, box)));
            case TabPane tabs -> {
                for (Tab tab : tabs.getTabs()) {
                    add(here + "tab " + tab.getText(), usable, () -> tabs.getSelectionModel().select(tab));
                }
            }
            case TableView<?> _, ListView<?> _ -> {
                keys(node, here, usable, KeyCode.ENTER);
                key(node, here, usable, KeyCode.DELETE, false);
                key(node, here, usable, KeyCode.C, true);
            }
            case TextField field -> {
                action(field, here, usable, field.getOnAction(), () -> Event.fireEvent(field, new ActionEvent(field, field)));
                keys(field, here, usable, KeyCode.ENTER);
            }
            case TextInputControl _ -> keys(node, here, usable, KeyCode.ENTER);
            case CodeEditor editor -> keys(editor.lookup(".styled-text-area"), here, usable, KeyCode.ENTER);
            default -> {}
        }
    }

    private void choices(ComboBox<?> box, String here, boolean usable) {
        for (int i = 0; usable && i < Math.min(MOST_CHOICES, box.getItems().size()); i++) {
            int index = i;
            add(here + "choice " + (i + 1), true, () -> box.getSelectionModel().select(index));
        }
    }

    private void menu(List<MenuItem> items, String here, boolean usable) {
        for (MenuItem item : items) {
            if (item instanceof Menu menu) {
                menu(menu.getItems(), here, usable);
            } else {
                action(item, here + item.getText(), usable && !item.isDisable() && item.isVisible(), item.getOnAction(), item::fire);
            }
        }
    }

    private void keys(Node node, String here, boolean usable, KeyCode code) {
        key(node, here, usable, code, false);
        key(node, here, usable, code, true);
    }

    /** Key events of tables and fields are always included, because their handlers are not visible; hidden or disabled nodes get none. */
    private void key(Node node, String here, boolean usable, KeyCode code, boolean control) {
        if (usable) {
            add(here + "key " + (control ? "Ctrl+" : "") + code, true, () -> press(node, code, control));
        }
    }

    private void action(EventTarget target, String name, boolean usable, @Nullable EventHandler<ActionEvent> handler, Runnable fire) {
        String own = name;
        for (int number = 2; found.containsKey(full(own, usable)); number++) {
            own = name + " (" + number + ")";
        }
        if (usable) {
            add(own, true, fire);
        } else if (handler != null) {
            add(own, false, () -> handler.handle(new ActionEvent(target, target)));
        }
    }

    /** Removes duplicates by name, such as the rows of a list. */
    private void add(String name, boolean usable, Runnable fire) {
        String full = full(name, usable);
        found.putIfAbsent(full, new WindowAction(full, usable, fire));
    }

    private String full(String name, boolean usable) {
        return (usable ? page : screen + ", bypassed") + ": " + name.replaceAll("\\s+", " ").strip();
    }

    static void press(EventTarget target, KeyCode code, boolean control) {
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    private static void click(Node node) {
        for (int count = 1; count <= 2; count++) {
            Event.fireEvent(node, new MouseEvent(MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, MouseButton.PRIMARY, count,
                    false, false, false, false, false, false, false, false, false, true, null));
        }
    }

    /** The ID if there is one, because a text can contain a count. */
    private static String name(Node node) {
        if (node.getId() != null) {
            return "";
        }
        if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank()) {
            return labeled.getText();
        }
        return node.getAccessibleText() == null ? type(node) : node.getAccessibleText();
    }

    private static String type(Node node) {
        Class<?> type = node.getClass();
        return type.getSimpleName().isEmpty() ? type.getSuperclass().getSimpleName() : type.getSimpleName();
    }
}

package dev.switchboard.ui.shell.layer;

import dev.switchboard.ui.common.form.FirstField;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the focus in the screen when what had it goes, such as a form that is closed: JavaFX moves it to the next control of the window then,
 * which after the last one of the screen is in the footer. JavaFX thread only.
 */
public final class FocusKeeper {
    private final Parent screens;
    private @Nullable Node owner;
    private List<Node> around = List.of();

    private FocusKeeper(Parent screens) {
        this.screens = screens;
    }

    /**
     * Watches the focus of a window.
     *
     * @param screens contains the screens
     */
    public static void install(Scene scene, Parent screens) {
        FocusKeeper keeper = new FocusKeeper(screens);
        scene.focusOwnerProperty().addListener((observable, old, now) -> keeper.moved(now));
    }

    /** JavaFX takes the focus away before it gives it to another control, so that the former owner is remembered here. */
    private void moved(@Nullable Node now) {
        if (now == null) {
            return;
        }
        Node former = owner;
        List<Node> aroundFormer = around;
        owner = now;
        around = ancestors(now);
        if (former == null || !aroundFormer.contains(screens) || around.contains(screens) || shown(former)) {
            return;
        }
        for (Node node : aroundFormer) {
            Node next = shown(node) && node instanceof Parent ? FirstField.in(node) : null;
            if (next != null) {
                next.requestFocus();
                return;
            }
        }
    }

    private static List<Node> ancestors(@Nullable Node node) {
        List<Node> found = new ArrayList<>();
        for (Node each = node == null ? null : node.getParent(); each != null; each = each.getParent()) {
            found.add(each);
        }
        return found;
    }

    private boolean shown(Node node) {
        if (node.getScene() == null || !node.getScene().equals(screens.getScene())) {
            return false;
        }
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}

package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.job.Progress;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.TestSettings;
import dev.switchboard.users.DatabaseSetupRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a screen reader is told: every control that the keyboard reaches has a role and a name. */
class AccessibleTreeTest {
    @TempDir
    Path home;

    @Test
    void everyControlOfEveryScreenHasANameAndARole() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            Session session = window.shell.current().context().session();
            session.setupRun().run(DatabaseSetupRunner.safeSteps(), null, Progress.NONE);
            List<String> nameless = new ArrayList<>();
            int[] seen = new int[1];
            for (ScreenDefinition screen : Screens.all()) {
                Fx.onFx(() -> window.shell.open(screen.id()));
                Fx.waitFor(screen.id() + " is read", () -> window.shell.current().context().jobs().running().isEmpty());
                Fx.onFx(() -> {
                    window.shell.root().applyCss();
                    window.shell.root().layout();
                    collect(screen.id(), window.shell.root(), nameless, seen);
                });
            }
            assertThat(nameless).isEmpty();
            assertThat(seen[0]).as("controls looked at").isGreaterThan(200);
        }
    }

    private static void collect(String screen, Node node, List<String> nameless, int[] seen) {
        if (!node.isVisible() || node instanceof Cell<?>) {
            return;
        }
        if (node.isFocusTraversable()) {
            seen[0]++;
            if (name(node).isBlank()) {
                nameless.add(screen + ": " + node + " in " + node.getParent());
            }
            assertThat(node.getAccessibleRole()).as("%s: %s", screen, node).isNotEqualTo(AccessibleRole.NODE);
        }
        if (node instanceof TabPane tabs) {
            tabs.getTabs().stream().map(tab -> tab.getContent()).filter(content -> content != null && content.getScene() != null)
                    .forEach(content -> collect(screen, content, nameless, seen));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(screen, child, nameless, seen));
        }
    }

    /** What is read out for a control: its own name, that of its label, or its text; what a field contains or shows while empty is none. */
    private static String name(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        Object label = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY);
        if (label instanceof Node labeled) {
            return String.valueOf(labeled.queryAccessibleAttribute(AccessibleAttribute.TEXT));
        }
        return switch (node.getAccessibleRole()) {
            case TEXT_FIELD, TEXT_AREA, PASSWORD_FIELD, COMBO_BOX, DATE_PICKER, SPINNER, TABLE_VIEW, TREE_TABLE_VIEW, LIST_VIEW,
                    TREE_VIEW ->
                "";
            case TAB_PANE, SCROLL_PANE -> "structure";
            default -> {
                Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
                yield text == null ? "" : text.toString();
            }
        };
    }
}

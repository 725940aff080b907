package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.settings.Environment;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The states of a pane under the striped frame of prd. */
class PrdStateTest {
    @TempDir
    Path home;

    @Test
    void stripesOfTheFrameAreNotSeenThroughAnError() {
        try (ShellFixture window = new ShellFixture(home, Environment.PRD, ShellFixture.PRD)) {
            Fx.onFx(() -> window.shell.open("conversations"));
            Fx.waitFor("the failure is shown", () -> window.shell.root().lookup(".state-badge.danger") != null);
            Screenshots.saveScene(window.stage.getScene(), "shell-prd-error");
            Paint fill = Fx.onFx(() -> overlay(window.shell.root().lookup(".state-badge.danger")).getBackground().getFills().getLast()
                    .getFill());
            assertThat(fill).isInstanceOfSatisfying(Color.class, color -> assertThat(color.isOpaque()).isTrue());
        }
    }

    private static StateOverlay overlay(Node inside) {
        Node node = inside;
        while (!(node instanceof StateOverlay)) {
            node = node.getParent();
        }
        return (StateOverlay) node;
    }
}

package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.settings.Environment;
import dev.switchboard.ui.common.notice.NoticeLog;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeStripTest {
    @TempDir
    Path home;

    private static Bounds bounds(ShellFixture window, Node node) {
        return Fx.onFx(() -> {
            window.shell.root().layout();
            return node.localToScene(node.getBoundsInLocal());
        });
    }

    private static Node node(ShellFixture window, String id) {
        return Fx.onFx(() -> window.shell.root().lookup(id));
    }

    @Test
    void noticeNeitherCoversNorMovesTheScreenAndIsReadAgainInTheList() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            NoticeLog notices = window.shell.view().notices();
            Node screen = window.shell.view().host();
            Bounds before = bounds(window, screen);
            List<String> undone = new ArrayList<>();
            Fx.onFx(() -> {
                notices.done("Deleted own-table. Backup saved", "Restore…", () -> undone.add("own-table"));
                notices.done("Saved");
            });
            assertThat(((Label) node(window, "#notice-text")).getText()).isEqualTo("Saved");
            assertThat(bounds(window, screen)).isEqualTo(before);
            Bounds strip = bounds(window, node(window, ".notice-strip"));
            assertThat(strip.getMinY()).isGreaterThanOrEqualTo(before.getMaxY());
            Screenshots.saveScene(window.stage.getScene(), "shell-notice");

            Fx.onFx(() -> {
                node(window, "#notices").requestFocus();
                ((Button) node(window, "#notices")).fire();
            });
            assertThat(window.shell.view().history().isOpen()).isTrue();
            ListView<?> list = (ListView<?>) node(window, "#notice-list");
            assertThat(list.getItems()).hasSize(2);
            assertThat(Fx.onFx(() -> list.getScene().getFocusOwner())).isEqualTo(list);
            Screenshots.saveScene(window.stage.getScene(), "shell-notices");
            window.press(KeyCode.ESCAPE);
            assertThat(window.shell.view().history().isOpen()).isFalse();
            assertThat(Fx.onFx(() -> list.getScene().getFocusOwner())).isEqualTo(node(window, "#notices"));

            Fx.onFx(() -> notices.act(notices.all().getLast()));
            assertThat(undone).containsExactly("own-table");
        }
    }

    @Test
    void longWarningIsShownWhole() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            String text = "Restored 153 items to own-table. ".repeat(12);
            Fx.onFx(() -> window.shell.view().notices().warn(text));
            Label label = (Label) node(window, "#notice-text");
            Bounds bounds = bounds(window, label);
            assertThat(bounds.getHeight()).isGreaterThanOrEqualTo(Fx.onFx(() -> label.prefHeight(label.getWidth())));
            Bounds strip = bounds(window, node(window, ".notice-strip"));
            assertThat(strip.getMinY()).isLessThanOrEqualTo(bounds.getMinY());
            assertThat(strip.getMaxY()).isGreaterThanOrEqualTo(bounds.getMaxY());
            Screenshots.saveScene(window.stage.getScene(), "shell-notice-long");
        }
    }
}

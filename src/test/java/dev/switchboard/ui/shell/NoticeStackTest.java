package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NoticeStackTest {
    private final VBox pane = new VBox();
    private final NoticeStack notices = Fx.onFx(() -> new NoticeStack(pane));

    @BeforeAll
    static void start() {
        Fx.start();
    }

    private List<String> texts() {
        return Fx.onFx(() -> pane.lookupAll(".notice").stream()
                .map(node -> ((Label) node.lookup(".label")).getText())
                .toList());
    }

    @Test
    void noticesThatOfferUndoStayAndOthersGoFirst() {
        List<String> undone = new ArrayList<>();
        Fx.onFx(() -> notices.done("first", "Undo", () -> undone.add("first")));
        for (int i = 2; i <= 6; i++) {
            String text = "told " + i;
            Fx.onFx(() -> notices.done(text));
        }
        assertThat(texts()).containsExactly("first", "told 4", "told 5", "told 6");
        Fx.onFx(() -> ((Button) pane.lookup(".notice .button")).fire());
        assertThat(undone).containsExactly("first");
    }

    @Test
    void moreThanFourThatOfferUndoAreOneClickAway() {
        for (int i = 1; i <= 6; i++) {
            String text = "dropped " + i;
            Fx.onFx(() -> notices.done(text, "Restore", () -> {}));
        }
        assertThat(texts()).containsExactly("dropped 3", "dropped 4", "dropped 5", "dropped 6");
        Button more = Fx.onFx(() -> (Button) pane.lookup("#more-notices"));
        assertThat(more.getText()).isEqualTo("2 more");
        pane.getStyleClass().add("notices");
        Stage stage = Screenshots.show(pane, 480, 420);
        Fx.onFx(() -> pane.getStylesheets().add(NoticeStack.class.getResource("shell.css").toExternalForm()));
        Screenshots.saveScene(stage.getScene(), "shell-notices-more");
        Fx.onFx(more::fire);
        Screenshots.saveScene(stage.getScene(), "shell-notices-all");
        assertThat(texts()).hasSize(6).startsWith("dropped 1");
        Fx.onFx(() -> {
            for (Node dismiss : List.copyOf(pane.lookupAll(".notice .button-icon"))) {
                ((Button) dismiss).fire();
            }
            stage.hide();
        });
        assertThat(texts()).isEmpty();
        assertThat(Fx.onFx(() -> pane.lookup("#more-notices"))).isNull();
    }

    @Test
    void fifthNoticeThatOnlyTellsRemovesTheOldestOfItsKind() {
        for (int i = 1; i <= 5; i++) {
            String text = "told " + i;
            Fx.onFx(() -> notices.warn(text));
        }
        assertThat(texts()).containsExactly("told 2", "told 3", "told 4", "told 5");
    }
}

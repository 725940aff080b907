package dev.switchboard.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.failure.Explanation;
import dev.switchboard.settings.Environment;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of dialog at a small size: its content scrolls, and its buttons stay visible. */
class DialogSizeTest {
    private static final String LONG = "A table with many items is destroyed, and this says what else. ".repeat(60);

    private static VBox tallForm() {
        VBox form = new VBox(8);
        for (int i = 0; i < 60; i++) {
            form.getChildren().addAll(new Label("Field " + i), new TextField("value " + i));
        }
        form.setPrefWidth(460);
        return form;
    }

    static Stream<Arguments> dialogs() {
        return Stream.of(
                dialog("typed", dialogs -> dialogs.confirmTyped("Drop table", LONG, "own-table", "Back up and drop own-table")),
                dialog("confirm", dialogs -> dialogs.confirm("Seed", LONG, "Seed 142 messages")),
                dialog("choose", dialogs -> dialogs.choose("Leave", LONG, "Stay", "Wait", "Stop and leave")),
                dialog("error", dialogs -> dialogs.error(new Explanation(LONG, LONG, "at line 1\n".repeat(80), true))),
                dialog("info", dialogs -> dialogs.info("About", LONG)),
                dialog("secret", dialogs -> dialogs.secret("Password", LONG, LONG, "Connect").answer()),
                dialog("form", dialogs -> dialogs.form("Create table", tallForm(), "Create table", null)));
    }

    private static Arguments dialog(String name, Consumer<WindowDialogs> show) {
        return Arguments.of(name, show);
    }

    @AfterEach
    void close() {
        Fx.onFx(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    private static Scene shown(Consumer<WindowDialogs> show, Environment environment) {
        Fx.onFx(() -> Platform.runLater(() -> show.accept(new WindowDialogs(() -> null, environment))));
        Fx.waitFor("the dialog is shown", () -> dialog() != null);
        Fx.pulse();
        Fx.pulse();
        return Fx.onFx(() -> dialog().getScene());
    }

    private static Window dialog() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(window -> window.isShowing() && window.getScene().getRoot().getStyleClass().contains("switchboard-dialog"))
                .findFirst()
                .orElse(null);
    }

    private static void assertButtonsVisible(Scene scene) {
        Fx.onFx(() -> {
            List<Node> buttons = List.copyOf(scene.getRoot().lookupAll(".button-bar .button"));
            assertThat(buttons).isNotEmpty();
            for (Node button : buttons) {
                Bounds at = button.localToScene(button.getBoundsInLocal());
                assertThat(at.getMaxY()).as(((Button) button).getText()).isLessThanOrEqualTo(scene.getHeight());
                assertThat(at.getMinY()).isPositive();
                assertThat(at.getMaxX()).isLessThanOrEqualTo(scene.getWidth() + 1);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dialogs")
    void buttonsStayVisibleAtASmallSizeAndContentScrolls(String name, Consumer<WindowDialogs> show) {
        Scene scene = shown(show, Environment.PRD);
        Stage stage = (Stage) scene.getWindow();
        assertThat(stage.isResizable()).isTrue();
        assertThat(Fx.onFx(scene::getHeight)).as("no taller than the screen").isLessThanOrEqualTo(1000);
        assertButtonsVisible(scene);
        DialogPane pane = (DialogPane) scene.getRoot();
        Fx.onFx(() -> {
            pane.setPrefSize(520, 360);
            stage.sizeToScene();
        });
        Fx.waitFor("it is small", () -> scene.getHeight() < 400);
        Screenshots.saveScene(scene, "dialog-small-" + name);
        assertButtonsVisible(scene);
        ScrollPane body = Fx.onFx(() -> (ScrollPane) pane.lookup(".dialog-body"));
        Fx.onFx(() -> assertThat(body.getContent().getLayoutBounds().getHeight()).isGreaterThan(body.getViewportBounds().getHeight()));
    }

    @Test
    void dialogGrowsWithItsContentAndShrinksAgain() {
        Label late = new Label("late\n".repeat(20));
        VBox content = new VBox(new Label("first"));
        Scene scene = shown(dialogs -> dialogs.form("Create table", content, "Create table", null), Environment.DEV);
        double before = Fx.onFx(() -> scene.getWindow().getHeight());
        Fx.onFx(() -> content.getChildren().add(late));
        Fx.waitFor("it has grown", () -> scene.getWindow().getHeight() > before + 200);
        assertButtonsVisible(scene);
        Fx.onFx(() -> content.getChildren().remove(late));
        Fx.waitFor("it is as before", () -> Math.abs(scene.getWindow().getHeight() - before) < 3);
    }

    @Test
    void technicalDetailsDoNotHideClose() {
        Scene scene = shown(
                dialogs -> dialogs.error(new Explanation("It failed.", "Try again.", "at line 1\n".repeat(80), true)), Environment.DEV);
        double before = Fx.onFx(() -> scene.getWindow().getHeight());
        Fx.onFx(() -> ((TitledPane) scene.getRoot().lookup(".titled-pane")).setExpanded(true));
        Fx.waitFor("it has grown", () -> scene.getWindow().getHeight() > before + 50);
        Screenshots.saveScene(scene, "dialog-error-details");
        assertButtonsVisible(scene);
    }
}

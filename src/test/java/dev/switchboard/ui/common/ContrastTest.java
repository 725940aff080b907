package dev.switchboard.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.ui.testing.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contrast as WCAG 2.2 defines it, level AA: 4.5 for text (1.4.3), 3 for what has to be recognized, such as borders of fields (1.4.11). */
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;

    /** A color on another one, both by their roles. */
    record Pair(String front, String back, double least) {}

    static Stream<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (String text : List.of("fg-default", "fg-muted", "accent-fg", "success-fg", "warning-fg", "danger-fg")) {
            pairs.add(new Pair(text, "bg-default", TEXT));
            pairs.add(new Pair(text, "bg-subtle", TEXT));
        }
        for (String kind : List.of("accent", "success", "warning", "danger")) {
            pairs.add(new Pair("fg-default", kind + "-subtle", TEXT));
            pairs.add(new Pair(kind + "-fg", kind + "-subtle", TEXT));
        }
        pairs.add(new Pair("fg-default", "neutral-muted", TEXT));
        pairs.add(new Pair("fg-muted", "accent-subtle", TEXT));
        pairs.add(new Pair("fg-emphasis", "accent-emphasis", TEXT));
        pairs.add(new Pair("fg-emphasis", "danger-emphasis", TEXT));
        pairs.add(new Pair("neutral-emphasis", "bg-default", SHAPE));
        pairs.add(new Pair("accent-emphasis", "bg-default", SHAPE));
        pairs.add(new Pair("accent-emphasis", "accent-subtle", SHAPE));
        pairs.add(new Pair("danger-emphasis", "bg-default", SHAPE));
        return pairs.stream();
    }

    @AfterEach
    void light() {
        Fx.onFx(() -> Theme.use(false));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void colorsThatAreUsedTogetherDiffer(Pair pair) {
        for (boolean dark : new boolean[] {false, true}) {
            Fx.onFx(() -> Theme.use(dark));
            double ratio = Fx.onFx(() -> {
                Color back = over(role(pair.back()), role("bg-default"));
                return contrast(over(role(pair.front()), back), back);
            });
            assertThat(ratio).as("%s, %s", pair, dark ? "dark" : "light").isGreaterThanOrEqualTo(pair.least());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void controlsCanBeRecognizedAlsoWhenTheyAreDisabled(boolean dark) {
        Fx.onFx(() -> Theme.use(dark));
        Button accent = new Button("Sync");
        accent.getStyleClass().add("accent");
        accent.setDisable(true);
        Button plain = new Button("Compare");
        plain.setDisable(true);
        TextField field = new TextField("text");
        ListView<String> list = new ListView<>();
        list.getItems().add("row");
        VBox root = new VBox(accent, plain, field, list);
        Fx.onFx(() -> {
            Scene scene = new Scene(root, 300, 300);
            Theme.dress(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            list.getSelectionModel().select(0);
            root.applyCss();
            root.layout();
            stage.hide();
        });
        Fx.onFx(() -> {
            Color page = role("bg-default");
            for (Button button : List.of(accent, plain)) {
                Color back = over(fill(button, false), page);
                Color text = over(faded((Color) button.getTextFill(), button.getOpacity()), back);
                assertThat(contrast(text, back)).as(button.getText()).isGreaterThanOrEqualTo(TEXT);
            }
            assertThat(contrast(over(fill(field, true), page), page)).as("the border of a field").isGreaterThanOrEqualTo(SHAPE);
            Region row = (Region) list.lookupAll(".list-cell").stream()
                    .filter(cell -> cell instanceof javafx.scene.control.ListCell<?> one && one.isSelected())
                    .findFirst().orElseThrow();
            Color bar = over(fill(row, true), page);
            assertThat(contrast(bar, over(fill(row, false), page))).as("the bar of a selected row").isGreaterThanOrEqualTo(SHAPE);
        });
    }

    /** The color of the outermost or innermost background of a control. */
    private static Color fill(Region region, boolean outer) {
        var fills = region.getBackground().getFills();
        return (Color) (outer ? fills.getFirst() : fills.getLast()).getFill();
    }

    private static Color faded(Color color, double opacity) {
        return Color.color(color.getRed(), color.getGreen(), color.getBlue(), color.getOpacity() * opacity);
    }

    /** What a role of the theme looks like. */
    private static Color role(String name) {
        StackPane pane = new StackPane();
        pane.setStyle("-fx-background-color: -color-" + name + ";");
        Scene scene = new Scene(new StackPane((Node) pane));
        Theme.dress(scene);
        scene.getRoot().applyCss();
        return (Color) pane.getBackground().getFills().getFirst().getFill();
    }

    private static Color over(Color front, Color back) {
        double share = front.getOpacity();
        return Color.color(
                front.getRed() * share + back.getRed() * (1 - share),
                front.getGreen() * share + back.getGreen() * (1 - share),
                front.getBlue() * share + back.getBlue() * (1 - share));
    }

    private static double contrast(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}

package dev.switchboard.ui.conversations.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.ui.common.Avatar;
import dev.switchboard.ui.common.Theme;
import dev.switchboard.ui.conversations.ConversationsController;
import dev.switchboard.ui.testing.Fx;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonColorTest {
    private static final double AA = 4.5;

    @AfterEach
    void light() {
        Fx.onFx(() -> Theme.use(false));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void initialsAndNamesAreReadable(boolean dark) {
        Fx.onFx(() -> {
            Theme.use(dark);
            StackPane root = new StackPane();
            root.getStylesheets().add(
                    Objects.requireNonNull(ConversationsController.class.getResource("conversations.css")).toExternalForm());
            Theme.dress(new Scene(root, 100, 100));
            for (int color = 0; color < PersonColor.COLORS; color++) {
                Avatar avatar = new Avatar();
                Label name = new Label("Ada");
                avatar.getStyleClass().add("person-" + color);
                name.getStyleClass().addAll("person-name", "person-" + color);
                root.getChildren().setAll(avatar, name);
                root.applyCss();
                Color page = dark ? Color.web("#0d1117") : Color.WHITE;
                Color circle = over((Color) avatar.getBackground().getFills().getFirst().getFill(), page);
                assertThat(contrast((Color) avatar.getTextFill(), circle)).as("initials %d", color).isGreaterThanOrEqualTo(AA);
                assertThat(contrast((Color) name.getTextFill(), page)).as("name %d", color).isGreaterThanOrEqualTo(AA);
            }
        });
    }

    private static Color over(Color top, Color below) {
        return below.interpolate(Color.color(top.getRed(), top.getGreen(), top.getBlue()), top.getOpacity());
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    @org.junit.jupiter.api.Test
    void everyColorIsUsedAndStays() {
        assertThat(IntStream.range(0, 200).map(i -> PersonColor.index(UUID.nameUUIDFromBytes(new byte[] {(byte) i}).toString()))
                .distinct().count()).isEqualTo(PersonColor.COLORS);
        assertThat(PersonColor.index("0b2f5c1e-7c7a-4d0e-9a51-3f1d2a6e1a02")).isBetween(0, 7)
                .isEqualTo(PersonColor.index("0b2f5c1e-7c7a-4d0e-9a51-3f1d2a6e1a02"));
    }
}

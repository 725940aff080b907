package dev.switchboard.ui.shell;

import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page of an environment that is not configured: lists the missing settings and where to set them. */
final class MissingSettingsPage {
    private static final Messages TEXT = Messages.of(MissingSettingsPage.class);

    private MissingSettingsPage() {}

    static Node page(Settings settings, Runnable openSettings) {
        StackPane badge = new StackPane(new FontIcon("fth-sliders"));
        badge.getStyleClass().addAll("state-badge", "danger");
        badge.setMaxSize(StackPane.USE_PREF_SIZE, StackPane.USE_PREF_SIZE);
        Label title = styled(TEXT.get("missing.title", settings.environment().code()), "screen-title");
        Label text = styled(TEXT.get("missing.text"), "text-muted");
        VBox cards = new VBox(8);
        cards.setMaxWidth(560);
        settings.missing().forEach(setting -> cards.getChildren().add(card(settings, setting)));
        Button go = new Button(TEXT.get("missing.go"), new FontIcon("fth-settings"));
        go.setId("missing-go");
        go.getStyleClass().add("accent");
        go.setOnAction(event -> openSettings.run());
        VBox page = new VBox(16, badge, title, text, cards, go);
        page.setId("missing-page");
        page.setAlignment(Pos.CENTER);
        page.getStyleClass().add("screen");
        return page;
    }

    private static Node card(Settings settings, Setting setting) {
        Label name = styled(TEXT.get("missing." + setting.key()), "strong");
        @Nullable String variable = setting.variable(settings.environment());
        String where = variable == null ? TEXT.get("missing.in-file") : TEXT.get("missing.in-file-or-variable", variable);
        VBox card = new VBox(4, name, styled(where, "field-hint"));
        card.getStyleClass().add("card");
        return card;
    }

    private static Label styled(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}

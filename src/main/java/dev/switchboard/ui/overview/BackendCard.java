package dev.switchboard.ui.overview;

import dev.switchboard.doctor.CheckResult;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.StatusIcon;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The card of a backend with its status, details, and latency. */
final class BackendCard extends VBox {
    private static final Messages TEXT = Messages.of(BackendCard.class);
    private final String backend;
    private final FontIcon statusIcon = new FontIcon("fth-loader");
    private final Label state = new Label();
    private final Label latency = new Label();
    private final Label detail = new Label();

    /** @param backend the ID of its health check */
    BackendCard(String backend) {
        this.backend = backend;
        getStyleClass().addAll("card", "backend-card");
        FontIcon icon = new FontIcon(
                switch (backend) {
                    case "dynamodb" -> "fth-grid";
                    case "postgres" -> "fth-database";
                    default -> "fth-users";
                });
        Label title = new Label(TEXT.get("backend." + backend), icon);
        title.getStyleClass().add("section-title");
        title.setGraphicTextGap(8);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, gap, latency);
        head.setAlignment(Pos.CENTER_LEFT);
        latency.getStyleClass().add("pill");
        HBox line = new HBox(8, statusIcon, state);
        line.setAlignment(Pos.CENTER_LEFT);
        state.getStyleClass().add("strong");
        detail.getStyleClass().add("text-muted");
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, line, detail);
        show(null);
    }

    String backend() {
        return backend;
    }

    /** Shows the result of its check; null while it is running. */
    void show(@Nullable CheckResult result) {
        latency.setVisible(result != null);
        if (result == null) {
            StatusIcon.WAITING.show(statusIcon);
            state.setText(TEXT.get("state.waiting"));
            detail.setText("");
            return;
        }
        CheckRow.icon(result.state()).show(statusIcon);
        state.setText(TEXT.get("state." + result.state()));
        latency.setText(Formats.duration(result.took()));
        detail.setText(result.detail());
    }
}

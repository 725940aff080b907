package dev.switchboard.ui.help;

import dev.switchboard.manual.ManualHit;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A result of the search: where it is, and the text around it. */
final class HelpResultCell extends ListCell<ManualHit> {
    private final Label title = new Label();
    private final Label excerpt = new Label();
    private final VBox lines = new VBox(title, excerpt);

    HelpResultCell() {
        title.getStyleClass().add("strong");
        excerpt.getStyleClass().addAll("text-muted", "text-small");
        excerpt.setWrapText(true);
        lines.setMinWidth(0);
        lines.setPrefWidth(1);
        getStyleClass().add("help-result");
    }

    @Override
    protected void updateItem(@Nullable ManualHit hit, boolean empty) {
        super.updateItem(hit, empty);
        if (hit == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            title.setText(hit.title());
            excerpt.setText(hit.excerpt());
            setGraphic(lines);
            setAccessibleText(hit.title() + ". " + hit.excerpt());
        }
    }
}

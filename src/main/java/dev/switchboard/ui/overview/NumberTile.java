package dev.switchboard.ui.overview;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Tooltips;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A number as a button that opens the screen with what is counted. */
final class NumberTile extends Button {
    private static final Messages TEXT = Messages.of(NumberTile.class);
    private final Label value = new Label();
    private final Label note = new Label();
    private final String title;

    NumberTile(HealthNumber number, Consumer<HealthNumber> open) {
        title = TEXT.get("number." + number.id());
        setId("number-" + number.id());
        getStyleClass().addAll("card", "number-tile");
        Label heading = new Label(title);
        heading.getStyleClass().add("text-muted");
        value.getStyleClass().add("number-value");
        note.getStyleClass().addAll("text-muted", "text-small");
        setGraphic(new VBox(4, heading, value, note));
        setMaxWidth(Double.MAX_VALUE);
        show(number, open);
    }

    /** Shows another state of the number. */
    void show(HealthNumber number, Consumer<HealthNumber> open) {
        value.setText(number.value());
        note.setText(number.note());
        setOnAction(event -> open.accept(number));
        String words = TEXT.get("number.accessible", title, number.value(), number.note());
        // The tile can be too narrow for its texts.
        Tooltips.name(this, words + "\n" + TEXT.get("number.open." + number.screen()));
        setAccessibleText(words);
    }
}

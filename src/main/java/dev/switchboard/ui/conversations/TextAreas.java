package dev.switchboard.ui.conversations;

import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/** Configures text areas for messages: Enter sends, Shift+Enter inserts a line break, and the area grows with the text. */
final class TextAreas {
    private TextAreas() {}

    static void enterSends(TextArea area, Runnable send) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                if (event.isShiftDown()) {
                    area.replaceSelection("\n");
                } else {
                    send.run();
                }
                event.consume();
            } else if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                // Tab moves the focus, as in other fields, instead of inserting a tab.
                area.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "\t", "\t", KeyCode.TAB, event.isShiftDown(), true, false, false));
                event.consume();
            }
        });
    }

    /** Grows from one line up to the given number of lines. */
    static void growWithText(TextArea area, int most) {
        Runnable fit = () -> area.setPrefRowCount(Math.clamp(rows(area), 1, most));
        area.textProperty().addListener((observable, old, now) -> fit.run());
        area.widthProperty().addListener((observable, old, now) -> fit.run());
    }

    private static int rows(TextArea area) {
        // A separate text node can be measured before the area is laid out.
        Text measured = new Text(area.getText() + " ");
        measured.setFont(area.getFont());
        measured.setWrappingWidth(Math.max(60, area.getWidth() - 26));
        Text line = new Text("X");
        line.setFont(area.getFont());
        return (int) Math.round(measured.getLayoutBounds().getHeight() / line.getLayoutBounds().getHeight());
    }
}

package dev.switchboard.ui.conversations.detail;

import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.Participant;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Clipboards;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.Tooltips;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.conversations.message.MessageAnomalies;
import dev.switchboard.ui.conversations.message.StoredTimeFormatter;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** All that is known of a message: as it is shown and as it is stored, each part with a button that copies it. */
public final class MessageDetail extends VBox {
    private static final Messages TEXT = Messages.of(MessageDetail.class);
    private static final double WIDTH = 620;
    private static final int TEXT_ROWS = 3;
    private static final int JSON_ROWS = 9;
    private final GridPane grid = new GridPane();

    /** @param zone the zone of the displayed time */
    MessageDetail(Message message, ZoneId zone) {
        getStyleClass().add("message-detail");
        setPrefWidth(WIDTH);
        grid.setHgap(12);
        grid.setVgap(4);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints(160, 420, Double.MAX_VALUE);
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        VBox.setVgrow(grid, Priority.ALWAYS);
        line("time", StoredTimeFormatter.full(message.createdAt(), zone) + " " + Formats.zone(zone));
        line("stored-time", message.createdAt().text());
        area("text", message.text(), TEXT_ROWS, false);
        line("sender", sender(message.from()));
        line("user", message.from().uuid());
        line("message", message.uuid());
        line("group", message.group());
        line("pk", Objects.requireNonNullElse(message.item().string("pk"), ""));
        line("sk", Objects.requireNonNullElse(message.item().string("sk"), ""));
        String anomalies = MessageAnomalies.words(message.createdAt(), message.missing());
        if (!anomalies.isEmpty()) {
            Label words = new Label(anomalies);
            words.setId("detail-anomalies");
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
            add("anomalies", words, anomalies);
        }
        TextArea json = area("item", message.item().toPrettyJson(), JSON_ROWS, true);
        GridPane.setVgrow(json, Priority.ALWAYS);
        getChildren().setAll(grid);
    }

    /** Shows the details of a message in a dialog that can be resized. The focus returns to what had it. */
    public static void open(UiContext context, Message message) {
        context.dialogs().content(TEXT.get("detail.title"), new MessageDetail(message, context.zone()));
    }

    private static String sender(Participant from) {
        return Stream.of(from.displayName(), from.handle().isEmpty() ? "" : "@" + from.handle())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private void line(String key, String value) {
        TextField field = new TextField(value.isEmpty() ? "—" : value);
        field.getStyleClass().addAll("copyable", "mono");
        add(key, readOnly(field, key), value);
    }

    private TextArea area(String key, String value, int rows, boolean code) {
        TextArea area = new TextArea(value);
        area.setPrefRowCount(rows);
        area.setMinHeight(60);
        area.setWrapText(!code);
        if (code) {
            area.getStyleClass().add("mono");
        }
        add(key, readOnly(area, key), value);
        return area;
    }

    private static TextInputControl readOnly(TextInputControl field, String key) {
        field.setEditable(false);
        field.setId("detail-" + key);
        return field;
    }

    private void add(String key, Node node, String value) {
        String title = TEXT.get("detail." + key);
        Label name = new Label(title);
        name.setLabelFor(node);
        name.getStyleClass().add("text-muted");
        GridPane.setValignment(name, VPos.TOP);
        name.setPadding(new javafx.geometry.Insets(6, 0, 0, 0));
        Button copy = Tooltips.name(new Button(null, new FontIcon("fth-copy")), TEXT.get("detail.copy", title));
        copy.getStyleClass().addAll("flat", "button-icon", "small");
        copy.setDisable(value.isEmpty());
        copy.setOnAction(event -> Clipboards.copy(value));
        GridPane.setValignment(copy, VPos.TOP);
        GridPane.setHalignment(copy, HPos.RIGHT);
        grid.addRow(grid.getRowCount(), name, node, copy);
    }
}

package dev.switchboard.ui.shell.notice;

import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.notice.Notice;
import dev.switchboard.ui.common.notice.NoticeAction;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A notification in the list: when, what, and its action while that is possible. */
final class NoticeCell extends ListCell<Notice> {
    private static final double SIDES = 40;
    private final Supplier<ZoneId> zone;
    private final FontIcon icon = new FontIcon();
    private final Label text = new Label();
    private final Label time = new Label();
    private final Button act = new Button();
    private final HBox row;

    /** @param run runs the action of a notification */
    NoticeCell(Consumer<Notice> run, Supplier<ZoneId> zone) {
        this.zone = zone;
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        time.getStyleClass().addAll("text-muted", "text-small");
        act.getStyleClass().add("small");
        act.setMinWidth(Button.USE_PREF_SIZE);
        act.managedProperty().bind(act.visibleProperty());
        act.setOnAction(event -> {
            @Nullable Notice notice = getItem();
            if (notice != null) {
                run.accept(notice);
            }
        });
        VBox words = new VBox(2, text, time);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(8, icon, words, act);
        row.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("notice-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Notice notice, boolean empty) {
        super.updateItem(notice, empty);
        act.visibleProperty().unbind();
        if (empty || notice == null) {
            setGraphic(null);
            return;
        }
        NoticeIcons.show(icon, notice);
        text.setText(notice.text());
        time.setText(Formats.timeOfDay(notice.at(), Instant.now(), zone.get()));
        @Nullable NoticeAction action = notice.action();
        act.setText(action == null ? "" : action.name());
        act.visibleProperty().bind(notice.actionProperty().isNotNull());
        row.maxWidthProperty().bind(widthProperty().subtract(SIDES));
        setGraphic(row);
    }
}

package dev.switchboard.ui.shell.notice;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Tooltips;
import dev.switchboard.ui.common.notice.Notice;
import dev.switchboard.ui.common.notice.NoticeLog;
import dev.switchboard.ui.shell.layer.CardLayer;
import java.time.ZoneId;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** All notifications of the session, to be read again and acted on, in a card above the strip. */
public final class NoticeHistory {
    private static final Messages TEXT = Messages.of(NoticeHistory.class);
    private final CardLayer layer;
    private final NoticeLog log;
    private final Supplier<ZoneId> zone;
    private @Nullable ListView<Notice> list;
    private @Nullable VBox card;

    /**
     * @param layer covers the screen while the card is open
     * @param zone the time zone of displayed times
     */
    public NoticeHistory(Pane layer, NoticeLog log, Supplier<ZoneId> zone) {
        this.layer = new CardLayer(layer);
        this.log = log;
        this.zone = zone;
    }

    /** Whether the card is shown. */
    public boolean isOpen() {
        return layer.isOpen();
    }

    /** Opens the card, or closes it. */
    public void toggle() {
        if (isOpen()) {
            close();
            return;
        }
        ListView<Notice> shown = list();
        VBox built = card == null ? card(shown) : card;
        card = built;
        shown.refresh();
        shown.scrollTo(0);
        if (!shown.getItems().isEmpty()) {
            shown.getSelectionModel().clearAndSelect(0);
        }
        layer.open(built, shown);
    }

    /** Closes the card and returns the focus. */
    public void close() {
        layer.close();
    }

    private ListView<Notice> list() {
        ListView<Notice> built = list;
        if (built == null) {
            built = new ListView<>(log.all());
            built.setId("notice-list");
            built.setAccessibleText(TEXT.get("notices.title"));
            built.setCellFactory(ignored -> new NoticeCell(this::act, zone));
            built.setPlaceholder(new Label(TEXT.get("notices.none")));
            built.getStyleClass().add("plain");
            VBox.setVgrow(built, Priority.ALWAYS);
            list = built;
        }
        return built;
    }

    private VBox card(ListView<Notice> built) {
        Label title = new Label(TEXT.get("notices.title"));
        title.getStyleClass().add("section-title");
        title.setLabelFor(built);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = Tooltips.name(new Button(null, new FontIcon("fth-x")), TEXT.get("notices.close"));
        close.setId("notices-close");
        close.getStyleClass().addAll("flat", "button-icon");
        close.setOnAction(event -> close());
        HBox head = new HBox(8, title, gap, close);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox whole = new VBox(8, head, built);
        whole.getStyleClass().add("notice-history");
        whole.setMaxSize(480, 360);
        return whole;
    }

    private void act(Notice notice) {
        close();
        log.act(notice);
    }
}

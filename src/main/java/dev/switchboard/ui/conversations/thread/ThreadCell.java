package dev.switchboard.ui.conversations.thread;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.conversations.message.ParticipantNames;
import dev.switchboard.ui.conversations.message.StoredTimeFormatter;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A cell of the thread: a message, a date, or the button that loads older messages. */
public final class ThreadCell extends ListCell<ThreadEntry> {
    private static final Messages TEXT = Messages.of(ThreadCell.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private final BubbleRow bubble;
    private final Label dayText = new Label();
    private final HBox day = new HBox(dayText);
    private final HBox older;
    private final Supplier<ZoneId> zone;
    private final Supplier<SearchHighlight> highlight;

    /**
     * Creates a cell.
     *
     * @param zone the zone of the times
     * @param highlight what to mark in the texts
     * @param openLink called with a link that was clicked
     */
    public ThreadCell(Supplier<ZoneId> zone, Supplier<SearchHighlight> highlight, Runnable loadOlder, Consumer<URI> openLink) {
        this.zone = zone;
        this.highlight = highlight;
        bubble = new BubbleRow(openLink);
        getStyleClass().add("thread-cell");
        dayText.getStyleClass().addAll("text-muted", "text-small", "day");
        day.setAlignment(Pos.CENTER);
        day.getStyleClass().add("day-line");
        Button button = new Button(TEXT.get("messages.older"), new FontIcon("fth-chevrons-up"));
        button.getStyleClass().addAll("flat", "small");
        button.setOnAction(event -> loadOlder.run());
        older = new HBox(button);
        older.setAlignment(Pos.CENTER);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // The cell is as wide as the list, regardless of the text.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ThreadEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (entry) {
            case ThreadEntry.Older() -> setGraphic(older);
            case ThreadEntry.Day(LocalDate date) -> {
                dayText.setText(date == null ? TEXT.get("messages.no-day") : DAY.format(date));
                setGraphic(day);
            }
            case ThreadEntry.Bubble line -> {
                bubble.show(line, zone.get(), highlight.get());
                setAccessibleText(TEXT.get("messages.row", ParticipantNames.name(line.message().from()),
                        StoredTimeFormatter.full(line.message().createdAt(), zone.get()), line.message().text()));
                setGraphic(bubble);
            }
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        Node line = getGraphic();
        if (line == null) {
            return super.computePrefHeight(width);
        }
        Insets insets = getInsets();
        double inner = (width < 0 ? getListView().getWidth() : width) - insets.getLeft() - insets.getRight();
        return insets.getTop() + insets.getBottom() + Math.ceil(line.prefHeight(inner));
    }

    /** A cell gives its graphic the preferred width; here the graphic fills the cell. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Node line = getGraphic();
        if (line != null) {
            Insets insets = getInsets();
            line.resizeRelocate(insets.getLeft(), insets.getTop(),
                    getWidth() - insets.getLeft() - insets.getRight(), getHeight() - insets.getTop() - insets.getBottom());
        }
    }
}

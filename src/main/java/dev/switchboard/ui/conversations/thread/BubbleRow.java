package dev.switchboard.ui.conversations.thread;

import dev.switchboard.conversations.Message;
import dev.switchboard.text.BidiText;
import dev.switchboard.ui.conversations.message.AnomalyIcon;
import dev.switchboard.ui.conversations.message.PersonColor;
import dev.switchboard.ui.conversations.message.StoredTimeFormatter;
import java.net.URI;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A message in the thread: a bubble that wraps at three quarters of the width, with the time and the anomaly icon next to it. It
 * does its own layout, because the height of wrapped text in a list cell depends on the width of the cell.
 */
final class BubbleRow extends Region {
    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");
    private static final double WIDEST = 0.74;
    private static final double GAP = 8;
    private static final double CLOSE = 2;
    private final Label sender = new Label();
    private final MessageText words;
    private final StackPane text;
    private final Label time = new Label();
    private final Tooltip timeInFull = new Tooltip();
    private @Nullable AnomalyIcon mark;
    private boolean own;
    private boolean follows;

    BubbleRow(Consumer<URI> openLink) {
        words = new MessageText(openLink);
        text = new StackPane(words);
        text.getStyleClass().add("bubble");
        sender.getStyleClass().addAll("text-small", "person-name");
        time.getStyleClass().addAll("text-muted", "text-small");
        time.setTooltip(timeInFull);
        getChildren().addAll(sender, text, time);
    }

    void show(ThreadEntry.Bubble bubble, ZoneId zone, SearchHighlight highlight) {
        Message message = bubble.message();
        own = bubble.own();
        follows = bubble.follows();
        text.pseudoClassStateChanged(OWN, own);
        words.show(BidiText.visible(message.text()), highlight, message.equals(highlight.current()));
        sender.setText(BidiText.visible(bubble.sender()));
        PersonColor.apply(sender, message.from().uuid(), message.from().handle());
        sender.setVisible(!bubble.sender().isEmpty() && !follows);
        time.setText(StoredTimeFormatter.clock(message.createdAt(), zone));
        timeInFull.setText(StoredTimeFormatter.full(message.createdAt(), zone) + "\n" + message.createdAt().text());
        if (mark != null) {
            getChildren().remove(mark);
        }
        mark = AnomalyIcon.of(message.createdAt(), message.missing());
        if (mark != null) {
            getChildren().add(mark);
        }
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double above() {
        return follows ? CLOSE : GAP;
    }

    private double bubbleWidth(double width) {
        double most = Math.max(80, Math.min(width * WIDEST, width - beside()));
        return Math.min(Math.ceil(text.prefWidth(-1)), most);
    }

    private double beside() {
        return GAP + Math.ceil(time.prefWidth(-1)) + (mark == null ? 0 : 4 + mark.prefWidth(-1));
    }

    private double senderHeight() {
        return sender.isVisible() ? sender.prefHeight(-1) + 2 : 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        double inner = (width < 0 ? 320 : width) - insets.getLeft() - insets.getRight();
        return insets.getTop() + insets.getBottom() + above() + senderHeight() + Math.ceil(text.prefHeight(bubbleWidth(inner)));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double left = insets.getLeft();
        double inner = getWidth() - left - insets.getRight();
        double wide = bubbleWidth(inner);
        double top = insets.getTop() + above() + senderHeight();
        double high = getHeight() - top - insets.getBottom();
        double x = own ? left + inner - wide : left;
        text.resizeRelocate(x, top, wide, high);
        double senderWide = Math.min(inner, sender.prefWidth(-1));
        sender.resizeRelocate(own ? left + inner - senderWide : left, insets.getTop() + above(), senderWide, sender.prefHeight(-1));
        besideBubble(x, wide, top + high);
    }

    /** Places the time at the last line of the bubble and the icon next to the time. */
    private void besideBubble(double x, double wide, double bottom) {
        double timeWide = Math.ceil(time.prefWidth(-1));
        double timeHigh = time.prefHeight(-1);
        double timeX = own ? x - GAP - timeWide : x + wide + GAP;
        double y = bottom - timeHigh - 6;
        time.resizeRelocate(timeX, y, timeWide, timeHigh);
        AnomalyIcon icon = mark;
        if (icon != null) {
            double iconWide = icon.prefWidth(-1);
            double iconHigh = icon.prefHeight(-1);
            double iconX = own ? timeX - 4 - iconWide : timeX + timeWide + 4;
            icon.resizeRelocate(iconX, y + (timeHigh - iconHigh) / 2, iconWide, iconHigh);
        }
    }
}

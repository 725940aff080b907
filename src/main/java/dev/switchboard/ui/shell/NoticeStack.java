package dev.switchboard.ui.shell;

import dev.switchboard.session.DataChange;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Notices;
import dev.switchboard.ui.common.Tooltips;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The notifications in the lower right corner, newest at the bottom; older ones that offer an action are one click away. */
final class NoticeStack implements Notices {
    private static final Messages TEXT = Messages.of(NoticeStack.class);
    private static final int MOST = 4;
    private static final double MOST_HEIGHT = 400;
    private static final Duration STAYS = Duration.seconds(6);
    private final Pane pane;
    private final List<Notice> notices = new ArrayList<>();
    private final Button more = new Button();
    private boolean expanded;

    /**
     * A notification.
     *
     * @param withdrawnBy what makes it untrue; null if it offers no action, such as Undo, that would be lost with it
     */
    private record Notice(HBox box, @Nullable Predicate<DataChange> withdrawnBy) {}

    NoticeStack(Pane pane) {
        this.pane = pane;
        more.setId("more-notices");
        more.getStyleClass().addAll("small", "more-notices");
        more.setOnAction(event -> {
            expanded = !expanded;
            show();
        });
    }

    @Override
    public void done(String text) {
        goByItself(add(text, "fth-check-circle", "success", null));
    }

    @Override
    public void done(String text, String actionName, Runnable action, Predicate<DataChange> withdrawnBy) {
        var _ = offer(text, actionName, action, withdrawnBy);
    }

    @Override
    public void brief(String text, String actionName, Runnable action, Predicate<DataChange> withdrawnBy) {
        goByItself(offer(text, actionName, action, withdrawnBy));
    }

    /** Withdraws the notifications that a change makes untrue. */
    void changed(DataChange change) {
        if (notices.removeIf(notice -> notice.withdrawnBy() != null && notice.withdrawnBy().test(change))) {
            show();
        }
    }

    private HBox offer(String text, String actionName, Runnable action, Predicate<DataChange> withdrawnBy) {
        HBox notice = add(text, "fth-check-circle", "success", withdrawnBy);
        Button button = new Button(actionName);
        button.getStyleClass().add("small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> {
            remove(notice);
            action.run();
        });
        notice.getChildren().add(2, button);
        return notice;
    }

    @Override
    public void warn(String text) {
        goByItself(add(text, "fth-alert-triangle", "warning", null));
    }

    private HBox add(String text, String icon, String style, @Nullable Predicate<DataChange> withdrawnBy) {
        FontIcon statusIcon = new FontIcon(icon);
        statusIcon.getStyleClass().add(style);
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(Label.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        Button dismiss = Tooltips.name(new Button(null, new FontIcon("fth-x")), TEXT.get("notice.dismiss"));
        dismiss.getStyleClass().addAll("flat", "small", "button-icon");
        HBox notice = new HBox(8, statusIcon, label, dismiss);
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.getStyleClass().addAll("notice", style);
        dismiss.setOnAction(event -> remove(notice));
        Notice added = new Notice(notice, withdrawnBy);
        notices.add(added);
        if (notices.size() > MOST) {
            // Of those that only tell something the oldest goes; what can still be undone stays.
            notices.stream().filter(one -> one.withdrawnBy() == null && !one.equals(added)).findFirst().ifPresent(notices::remove);
        }
        show();
        return notice;
    }

    private void remove(HBox notice) {
        if (notices.removeIf(one -> one.box().equals(notice))) {
            show();
        }
    }

    /** Shows the newest notifications, and how many more there are. */
    private void show() {
        int hidden = Math.max(0, notices.size() - MOST);
        expanded = expanded && hidden > 0;
        List<Node> shown = new ArrayList<>();
        if (hidden > 0) {
            more.setText(expanded ? TEXT.get("notice.fewer") : TEXT.get("notice.more", hidden));
            more.setGraphic(new FontIcon(expanded ? "fth-chevron-down" : "fth-chevron-up"));
            shown.add(more);
        }
        List<Notice> newest = notices.subList(hidden, notices.size());
        if (expanded) {
            VBox all = new VBox(8);
            notices.forEach(one -> all.getChildren().add(one.box()));
            shown.add(scrolled(all));
        } else {
            newest.forEach(one -> shown.add(one.box()));
        }
        pane.getChildren().setAll(shown);
    }

    private ScrollPane scrolled(VBox all) {
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        double room = pane.getScene() == null ? MOST_HEIGHT : pane.getScene().getHeight() / 2;
        scroll.setMaxHeight(room);
        scroll.prefHeightProperty().bind(Bindings.min(room, all.heightProperty().add(2)));
        return scroll;
    }

    private void goByItself(HBox notice) {
        PauseTransition pause = new PauseTransition(STAYS);
        pause.setOnFinished(event -> remove(notice));
        pause.play();
    }

    /** Removes all notifications, so that they are not shown in another environment. */
    void clear() {
        notices.clear();
        show();
    }
}

package dev.switchboard.ui.shell;

import dev.switchboard.session.DataChange;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Notices;
import dev.switchboard.ui.common.Tooltips;
import java.util.List;
import java.util.function.Predicate;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** The notifications in the lower right corner, newest at the bottom. */
final class NoticeStack implements Notices {
    private static final Messages TEXT = Messages.of(NoticeStack.class);
    private static final int MOST = 4;
    private static final Duration STAYS = Duration.seconds(6);
    private final Pane pane;

    NoticeStack(Pane pane) {
        this.pane = pane;
    }

    @Override
    public void done(String text) {
        goByItself(add(text, "fth-check-circle", "success"));
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
        pane.getChildren().removeIf(notice -> notice.getUserData() instanceof Withdrawal withdrawal && withdrawal.by().test(change));
    }

    /** What makes a notification untrue. */
    private record Withdrawal(Predicate<DataChange> by) {}

    private HBox offer(String text, String actionName, Runnable action, Predicate<DataChange> withdrawnBy) {
        HBox notice = add(text, "fth-check-circle", "success");
        notice.setUserData(new Withdrawal(withdrawnBy));
        Button button = new Button(actionName);
        button.getStyleClass().add("small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> {
            pane.getChildren().remove(notice);
            action.run();
        });
        notice.getChildren().add(2, button);
        return notice;
    }

    @Override
    public void warn(String text) {
        goByItself(add(text, "fth-alert-triangle", "warning"));
    }

    private HBox add(String text, String icon, String style) {
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
        dismiss.setOnAction(event -> pane.getChildren().remove(notice));
        pane.getChildren().add(notice);
        if (pane.getChildren().size() > MOST) {
            pane.getChildren().removeFirst();
        }
        return notice;
    }

    private void goByItself(HBox notice) {
        PauseTransition pause = new PauseTransition(STAYS);
        pause.setOnFinished(event -> pane.getChildren().remove(notice));
        pause.play();
    }

    /** Removes all notifications, so that they are not shown in another environment. */
    void clear() {
        pane.getChildren().removeAll(List.copyOf(pane.getChildren()));
    }
}

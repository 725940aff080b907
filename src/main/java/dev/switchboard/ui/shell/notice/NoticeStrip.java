package dev.switchboard.ui.shell.notice;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.Tooltips;
import dev.switchboard.ui.common.notice.Notice;
import dev.switchboard.ui.common.notice.NoticeAction;
import dev.switchboard.ui.common.notice.NoticeLog;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The line below the screen that shows the latest notification. Its room is reserved, so that a notification neither covers nor moves
 * anything; only a long one takes more.
 */
public final class NoticeStrip {
    private static final Messages TEXT = Messages.of(NoticeStrip.class);
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
    private final HBox box;
    private final NoticeLog log;
    private final FontIcon icon = new FontIcon();
    private final Label text = new Label();
    private final Button act = new Button();
    private final Button dismiss = Tooltips.name(new Button(null, new FontIcon("fth-x")), TEXT.get("notice.dismiss"));
    private final Button all = new Button(null, new FontIcon("fth-bell"));

    /**
     * @param box is filled with the strip
     * @param history shows all notifications
     */
    public NoticeStrip(HBox box, NoticeLog log, NoticeHistory history) {
        this.box = box;
        this.log = log;
        text.setId("notice-text");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinHeight(Label.USE_PREF_SIZE);
        text.setAccessibleRole(AccessibleRole.TEXT);
        HBox.setHgrow(text, Priority.ALWAYS);
        act.setId("notice-action");
        act.getStyleClass().add("small");
        act.setMinWidth(Button.USE_PREF_SIZE);
        dismiss.setId("notice-dismiss");
        dismiss.getStyleClass().addAll("flat", "small", "button-icon");
        dismiss.setOnAction(event -> {
            log.dismiss();
            all.requestFocus();
        });
        all.setId("notices");
        all.getStyleClass().addAll("flat", "small");
        all.setMinWidth(Button.USE_PREF_SIZE);
        all.setOnAction(event -> history.toggle());
        log.actionsProperty().subscribe(count -> nameAll(count.intValue()));
        box.getChildren().addAll(icon, text, act, dismiss, all);
        log.frontProperty().subscribe(this::show);
        log.freshProperty().subscribe(fresh -> box.pseudoClassStateChanged(PAST, !fresh));
        NodeVisibility.when(dismiss, log.freshProperty());
    }

    private void nameAll(int actions) {
        String name = actions == 0 ? TEXT.get("notices.all") : TEXT.get("notices.all.actions", actions);
        all.setText(actions == 0 ? null : String.valueOf(actions));
        all.setTooltip(new Tooltip(name));
        all.setAccessibleText(name);
    }

    private void show(@Nullable Notice notice) {
        icon.setVisible(notice != null);
        act.visibleProperty().unbind();
        act.managedProperty().bind(act.visibleProperty());
        if (notice == null) {
            text.setText("");
            act.setVisible(false);
            return;
        }
        NoticeIcons.show(icon, notice);
        box.getStyleClass().removeAll("success", "warning");
        box.getStyleClass().add(notice.warning() ? "warning" : "success");
        text.setText(notice.text());
        act.visibleProperty().bind(notice.actionProperty().isNotNull());
        @Nullable NoticeAction action = notice.action();
        act.setText(action == null ? "" : action.name());
        act.setOnAction(event -> {
            // Its own focus goes with it, so that the keyboard would have to begin elsewhere.
            all.requestFocus();
            log.act(notice);
        });
    }
}

package dev.switchboard.ui.shell.notice;

import dev.switchboard.ui.common.notice.Notice;
import org.kordamp.ikonli.javafx.FontIcon;

/** The icons of notifications, which differ in shape and not only in color. */
final class NoticeIcons {
    private NoticeIcons() {}

    /** Shows the icon of a notification. */
    static void show(FontIcon icon, Notice notice) {
        icon.setIconLiteral(notice.warning() ? "fth-alert-triangle" : "fth-check-circle");
        icon.getStyleClass().removeAll("success", "warning");
        icon.getStyleClass().add(notice.warning() ? "warning" : "success");
    }
}

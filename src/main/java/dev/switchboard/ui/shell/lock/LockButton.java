package dev.switchboard.ui.shell.lock;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LockViewModel;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The lock in the header. While the environment is unlocked it looks different, also in its shape, and a click opens a menu: one that
 * locked at once was clicked by those who wanted to see how much time was left.
 */
public final class LockButton {
    private static final Messages TEXT = Messages.of(LockButton.class);
    private static final PseudoClass UNLOCKED = PseudoClass.getPseudoClass("unlocked");
    private static final PseudoClass ENDING = PseudoClass.getPseudoClass("ending");

    private LockButton() {}

    /**
     * Lets the button show a lock and act on it.
     *
     * @param unlock asks the operator to unlock, or to keep it unlocked for longer
     * @return ends it, before the button follows the lock of another session
     */
    public static Subscription follow(Button button, LockViewModel lock, Runnable unlock) {
        FontIcon icon = new FontIcon();
        Tooltip tooltip = new Tooltip();
        button.setGraphic(icon);
        button.setTooltip(tooltip);
        ContextMenu menu = menu(lock, unlock);
        BooleanSupplier open = lock.openProperty()::get;
        Subscription opened = lock.openProperty().subscribe(now -> {
            icon.setIconLiteral(now ? "fth-unlock" : "fth-lock");
            tooltip.setText(TEXT.get(now ? "lock.open.hint" : "lock.closed.hint", lock.environment().code()));
            button.pseudoClassStateChanged(UNLOCKED, now);
            menu.hide();
        });
        Subscription ending = lock.remainingProperty().subscribe(left -> button.pseudoClassStateChanged(ENDING, ends(lock, left)));
        button.setOnAction(event -> {
            if (!open.getAsBoolean()) {
                unlock.run();
            } else if (menu.isShowing()) {
                menu.hide();
            } else {
                menu.show(button, Side.BOTTOM, 0, 4);
            }
        });
        return Subscription.combine(opened, ending);
    }

    private static boolean ends(LockViewModel lock, Duration left) {
        return lock.openProperty().get() && left.compareTo(LockReminder.BEFORE) <= 0;
    }

    private static ContextMenu menu(LockViewModel lock, Runnable unlock) {
        MenuItem now = new MenuItem(TEXT.get("action.lock"), new FontIcon("fth-lock"));
        now.setId("lock-now");
        now.setOnAction(event -> lock.lockNow());
        MenuItem longer = new MenuItem(TEXT.get("lock.extend"), new FontIcon("fth-clock"));
        longer.setId("lock-extend");
        longer.setOnAction(event -> unlock.run());
        return new ContextMenu(now, longer);
    }
}

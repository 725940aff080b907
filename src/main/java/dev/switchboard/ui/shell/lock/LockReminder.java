package dev.switchboard.ui.shell.lock;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LockViewModel;
import dev.switchboard.ui.common.notice.Notices;
import java.time.Duration;

/** Reminds the operator that the environment is about to lock itself, and tells when it is locked again. JavaFX thread only. */
public final class LockReminder {
    /** How long before the end the operator is reminded. */
    static final Duration BEFORE = Duration.ofMinutes(1);

    private static final Messages TEXT = Messages.of(LockReminder.class);
    private final LockViewModel lock;
    private final Notices notices;
    private final Runnable unlock;
    private boolean wasOpen;
    private boolean reminded;

    /** @param unlock asks the operator to unlock, or to keep it unlocked for longer */
    public LockReminder(LockViewModel lock, Notices notices, Runnable unlock) {
        this.lock = lock;
        this.notices = notices;
        this.unlock = unlock;
        wasOpen = lock.openProperty().get();
    }

    /** Looks how much time is left; called a few times each second. */
    public void tick() {
        boolean open = lock.openProperty().get();
        Duration left = lock.remainingProperty().get();
        String code = lock.environment().code();
        if (wasOpen && !open) {
            notices.warn(TEXT.get("lock.ended", code), TEXT.get("lock.unlock"), unlock);
        }
        if (!open || left.compareTo(BEFORE) > 0) {
            reminded = false;
        } else if (lock.environment().policy().lockRequired() && !reminded) {
            reminded = true;
            notices.warn(TEXT.get("lock.ends", code), TEXT.get("lock.extend"), unlock);
        }
        wasOpen = open;
    }
}

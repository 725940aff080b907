package dev.switchboard.ui.shell;

import dev.switchboard.text.Messages;

/** The questions around the lock of the open session. JavaFX thread only. */
final class LockDialogs {
    private static final Messages TEXT = Messages.of(LockDialogs.class);
    private final Shell shell;

    LockDialogs(Shell shell) {
        this.shell = shell;
    }

    /** Asks for the code that unlocks the environment, and shows who is going to write. */
    void unlock() {
        OpenSession session = shell.current();
        if (session != null) {
            new UnlockPrompt(session.context(), shell.model().whereProperty().get()).ask();
        }
    }

    /** After the session was locked by hand: asks whether the writes that began before are to finish or to stop. */
    void askAboutOpenWrites() {
        OpenSession session = shell.current();
        if (session == null) {
            return;
        }
        OpenWrites writes = new OpenWrites(session.context());
        if (writes.none()) {
            return;
        }
        String code = session.context().session().environment().code();
        session.context()
                .dialogs()
                .choose(TEXT.get("locked.title", code), TEXT.get("locked.text", String.join("\n", writes.titles())),
                        TEXT.get("writes.finish"), TEXT.get("writes.stop"))
                .ifPresent(stop -> writes.stop());
    }
}

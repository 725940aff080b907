package dev.switchboard.ui.shell;

import dev.switchboard.failure.Explanation;
import dev.switchboard.session.SessionIdentity;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import org.jspecify.annotations.Nullable;

/** The questions around the lock of the open session. JavaFX thread only. */
final class LockDialogs {
    private static final Messages TEXT = Messages.of(LockDialogs.class);
    private final Shell shell;
    /** The session whose identity is being asked for, so that a second click opens no second dialog. */
    private @Nullable OpenSession identifying;

    LockDialogs(Shell shell) {
        this.shell = shell;
    }

    /** Asks for the code that unlocks the environment, or locks it if it is unlocked; without effect where it needs no unlocking. */
    void toggle() {
        OpenSession session = shell.current();
        if (session == null || !session.context().session().environment().policy().lockRequired()) {
            return;
        }
        if (session.context().lock().openProperty().get()) {
            session.context().lock().lockNow();
        } else {
            shell.unlock();
        }
    }

    /** Asks for the code that unlocks the environment, once it is known who is going to write, and where. */
    void unlock() {
        OpenSession open = shell.current();
        if (open == null) {
            return;
        }
        UiContext context = open.context();
        SessionIdentity known = shell.identifier().identity();
        if (known != null && known.identified()) {
            new UnlockPrompt(context, known).ask();
            return;
        }
        if (identifying == open) {
            return;
        }
        identifying = open;
        context.jobs().start(
                TEXT.get("identify"),
                progress -> context.session().requireIdentity(),
                identity -> {
                    identifying = null;
                    shell.identifier().found(identity);
                    new UnlockPrompt(context, identity).ask();
                    shell.tick();
                },
                failure -> {
                    identifying = null;
                    context.dialogs().error(unidentified(context.session().environment().code(), failure));
                });
    }

    private static Explanation unidentified(String code, Explanation failure) {
        return new Explanation(
                TEXT.get("unlock.unidentified", code, failure.sentence()), failure.remedy(), failure.detail(), failure.expected());
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

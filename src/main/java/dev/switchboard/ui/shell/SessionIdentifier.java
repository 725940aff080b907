package dev.switchboard.ui.shell;

import dev.switchboard.job.Job;
import dev.switchboard.session.Session;
import dev.switchboard.session.SessionIdentity;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.notice.Notices;
import org.jspecify.annotations.Nullable;

/** Asks the backends of the open session for the account and the database, and shows them in the header. JavaFX thread only. */
final class SessionIdentifier {
    private static final Messages TEXT = Messages.of(SessionIdentifier.class);
    private final ShellViewModel model;
    private final Notices notices;
    private final StartupTimeLogger times;
    private @Nullable UiContext open;
    private @Nullable SessionIdentity identity;

    SessionIdentifier(ShellViewModel model, Notices notices, StartupTimeLogger times) {
        this.model = model;
        this.notices = notices;
        this.times = times;
    }

    /** A session was opened: shows what its settings say, and names the variables that redirect other AWS programs and not this one. */
    void opened(UiContext context) {
        open = context;
        identity = null;
        Session session = context.session();
        model.whereProperty().set(ConnectionSummary.of(session.settings()));
        Job<?> looking = context.jobs().start(
                TEXT.get("identify"),
                progress -> session.ignoredEndpoints(),
                ignored -> {
                    if (!ignored.isEmpty()) {
                        notices.warn(TEXT.get("endpoint.ignored", String.join(", ", ignored), session.environment().code()));
                    }
                },
                failure -> {});
        times.ignore(looking);
    }

    /** No session is open any more. */
    void closed() {
        open = null;
        identity = null;
    }

    /**
     * Asks for what is not known yet. What did not answer before, such as a database that did not exist, may do so now. Where a backend does
     * not answer, the header says what the settings say.
     */
    void ask() {
        UiContext context = open;
        SessionIdentity known = identity;
        if (context == null || (known != null && ConnectionSummary.complete(known))) {
            return;
        }
        Job<?> identifying = context.jobs().start(
                TEXT.get("identify"),
                progress -> context.session().identity(),
                this::found,
                failure -> notices.warn(TEXT.get("identify.failed", failure.sentence())));
        times.ignore(identifying);
    }

    /** Shows the account and the database. */
    void found(SessionIdentity found) {
        UiContext context = open;
        if (context != null) {
            identity = found;
            model.whereProperty().set(ConnectionSummary.of(found, context.session().settings()));
        }
    }

    /** Returns what the backends told; null before they have. */
    @Nullable
    SessionIdentity identity() {
        return identity;
    }
}

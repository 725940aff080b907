package dev.switchboard.ui.database;

import dev.switchboard.failure.Explanation;
import dev.switchboard.postgres.admin.DatabaseSession;
import dev.switchboard.postgres.admin.DatabaseSessions;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.common.freshness.AsOf;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The database sessions; ends sessions. */
final class SessionsViewModel {
    private static final Messages TEXT = Messages.of(SessionsViewModel.class);
    private final UiContext context;
    private final DatabaseSessions service;
    private final ObservableList<DatabaseSession> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ViewState> state = new ReadOnlyObjectWrapper<>(ViewState.CONTENT);
    private final LatestJobRunner reading;
    private final AsOf asOf = new AsOf();

    SessionsViewModel(UiContext context, DatabaseSessions service) {
        this.context = context;
        this.service = service;
        reading = context.jobs().slot();
    }

    ObservableList<DatabaseSession> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<ViewState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void refresh() {
        if (rows.isEmpty()) {
            state.set(new ViewState.Loading(TEXT.get("sessions.reading")));
        }
        asOf.begins();
        reading.start(TEXT.get("sessions.reading"), progress -> service.list(), this::show, this::failed);
    }

    private void show(List<DatabaseSession> now) {
        rows.setAll(now);
        asOf.arrived();
        state.set(
                now.isEmpty()
                        ? new ViewState.Empty(
                                "fth-users",
                                TEXT.get("sessions.none"),
                                TEXT.get("sessions.none-text"),
                                new ViewState.Action(TEXT.get("sessions.refresh"), this::refresh))
                        : ViewState.CONTENT);
    }

    private void failed(Explanation explanation) {
        asOf.clear();
        state.set(new ViewState.LoadFailure(explanation, this::refresh));
    }

    /** When the sessions were read. */
    AsOf asOf() {
        return asOf;
    }

    /** Ends a session after confirmation; the server rolls back its transaction. */
    void end(DatabaseSession session) {
        String who = TEXT.get("sessions.who", String.valueOf(session.pid()), session.user());
        String about = session.statement().isEmpty() ? "sessions.end-text" : "sessions.end-text-statement";
        if (!context.dialogs().confirmDestructive(TEXT.get("sessions.end-title"), TEXT.get(about, who), session.statement(),
                TEXT.get("sessions.end-action"))) {
            return;
        }
        context.jobs().start(
                TEXT.get("sessions.end-title"),
                progress -> service.end(session.pid()),
                ended -> {
                    context.notices().done(TEXT.get(ended ? "sessions.ended" : "sessions.gone", who));
                    refresh();
                },
                context.dialogs()::error);
    }
}

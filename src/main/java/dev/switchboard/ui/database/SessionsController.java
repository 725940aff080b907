package dev.switchboard.ui.database;

import dev.switchboard.postgres.admin.DatabaseSession;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.grid.GridColumn;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Binds the tab with the database sessions. */
final class SessionsController {
    private static final Messages TEXT = Messages.of(SessionsController.class);
    private final SessionsViewModel model;
    private final UiContext context;
    /** The durations go on between two reads of the sessions. */
    private final Timeline clock = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), event -> tick()));

    @FXML private StateOverlay overlay;

    @FXML private TableView<DatabaseSession> table;

    @FXML private Label count;

    @FXML private Button refresh;

    @FXML private Button end;

    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    SessionsController(SessionsViewModel model, UiContext context) {
        this.model = model;
        this.context = context;
    }

    @FXML
    void initialize() {
        overlay.stateProperty().bind(model.stateProperty());
        refresh.setOnAction(event -> model.refresh());
        count.textProperty().bind(Bindings.createStringBinding(() -> TEXT.get("sessions.count", model.rows().size()), model.rows()));
        TableColumns.of(table, "database-sessions", context.state())
                .number("pid", TEXT.get("column.pid"), 72, DatabaseSession::pid, session -> String.valueOf(session.pid()))
                .text("user", TEXT.get("column.user"), 110, DatabaseSession::user)
                .text("application", TEXT.get("column.application"), 160, DatabaseSession::application)
                .text("client", TEXT.get("column.client"), 120, session -> orLocal(session.client()))
                .node("state", TEXT.get("column.state"), 130, session -> orUnknown(session.state()), SessionsController::pill)
                .text("since", TEXT.get("column.since"), 90, SessionsController::since, Comparator.comparing(SessionsController::order))
                .times()
                .add(GridColumn.<DatabaseSession>of("query", TEXT.get("column.query"), GridColumn.Kind.MONO, 300, DatabaseSession::query,
                        Comparator.comparing(DatabaseSession::query)).withWhole(DatabaseSession::statement))
                .identity(DatabaseSession::pid)
                .enterShowsRow()
                .show(model.rows());
        clock.setCycleCount(Animation.INDEFINITE);
        table.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                clock.stop();
            } else {
                clock.play();
            }
        });
        var selected = table.getSelectionModel().selectedItemProperty();
        BooleanBinding cannot = Bindings.createBooleanBinding(() -> selected.get() == null || selected.get().own(), selected);
        end.disableProperty().bind(cannot.or(context.lock().closed()));
        end.setOnAction(event -> model.end(Objects.requireNonNull(selected.get())));
    }

    void tick() {
        table.refresh();
    }

    private static Node pill(DatabaseSession session) {
        Label pill = new Label(session.own() ? TEXT.get("sessions.own") : orUnknown(session.state()));
        pill.getStyleClass().addAll("pill", session.own() ? "accent" : "active".equals(session.state()) ? "success" : "neutral");
        return pill;
    }

    private static String orLocal(@Nullable String client) {
        return client == null ? TEXT.get("sessions.local") : client;
    }

    private static String orUnknown(@Nullable String state) {
        return state == null ? TEXT.get("sessions.hidden") : state;
    }

    private static Instant order(DatabaseSession session) {
        Instant since = session.since();
        return since == null ? Instant.EPOCH : since;
    }

    private static String since(DatabaseSession session) {
        Instant since = session.since();
        if (since == null) {
            return "";
        }
        Duration age = Duration.between(since, Instant.now());
        return Formats.duration(age.toSeconds() == 0 ? age : age.truncatedTo(ChronoUnit.SECONDS));
    }
}

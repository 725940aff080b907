package dev.switchboard.ui.database;

import dev.switchboard.postgres.admin.ColumnNameReader;
import dev.switchboard.session.DataChange;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LockedNote;
import dev.switchboard.ui.common.ScreenController;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewLoader;
import dev.switchboard.ui.common.freshness.AsOf;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;

/** Binds the Database screen: four tabs, each loaded when it is first shown. */
public final class DatabaseController implements ScreenController {
    /** The screen. */
    public static final ScreenDefinition SCREEN = new ScreenDefinition(
            "database",
            Messages.of(DatabaseController.class).get("title"),
            "fth-database",
            context -> ViewLoader.load(DatabaseController.class, () -> new DatabaseController(context)));

    private final UiContext context;
    private final SetupViewModel setup;
    private final DatabaseBackupsViewModel backupsModel;
    private final SessionsViewModel sessions;
    private final SqlViewModel sql;
    private final SqlController sqlController;
    private final FilesController files;

    @FXML private LockedNote locked;

    @FXML private TabPane tabs;

    @FXML private Tab setupTab;

    @FXML private Tab sessionsTab;

    @FXML private Tab sqlTab;

    @FXML private Tab filesTab;

    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    DatabaseController(UiContext context) {
        this.context = context;
        Session session = context.session();
        backupsModel = new DatabaseBackupsViewModel(context);
        setup = new SetupViewModel(context, session.database(), session.setupRun(), session.reachability(), backupsModel);
        sessions = new SessionsViewModel(context, session.databaseSessions());
        sql = new SqlViewModel(context, session.sqlRunner(), new ColumnNameReader(session.database()));
        sqlController = new SqlController(sql, context);
        files = new FilesController(context);
    }

    @FXML
    void initialize() {
        locked.follow(context.lock());
        tabs.getSelectionModel().selectedItemProperty().addListener((observable, old, now) -> showTab(now));
    }

    private void showTab(Tab tab) {
        if (tab.equals(setupTab)) {
            if (tab.getContent() == null) {
                tab.setContent(ViewLoader.fragment(SetupController.class, new SetupController(setup, backupsModel, context)));
            }
            setup.refresh();
            backupsModel.refresh();
        } else if (tab.equals(sessionsTab)) {
            if (tab.getContent() == null) {
                tab.setContent(ViewLoader.fragment(SessionsController.class, new SessionsController(sessions, context)));
            }
            sessions.refresh();
        } else if (tab.equals(sqlTab)) {
            if (tab.getContent() == null) {
                tab.setContent(ViewLoader.fragment(SqlController.class, sqlController));
            }
            sql.readNames();
        } else if (tab.getContent() == null) {
            tab.setContent(ViewLoader.fragment(FilesController.class, files));
            files.read("schema.sql");
        }
    }

    @Override
    public void shown(Map<String, String> arguments) {
        switch (String.valueOf(arguments.get("pane"))) {
            case "sessions" -> tabs.getSelectionModel().select(sessionsTab);
            case "sql" -> tabs.getSelectionModel().select(sqlTab);
            case "files" -> tabs.getSelectionModel().select(filesTab);
            default -> refresh();
        }
    }

    @Override
    public void refresh() {
        showTab(tabs.getSelectionModel().getSelectedItem());
    }

    @Override
    public boolean shows(DataChange change) {
        // What was begun here is followed by a test of the connection anyway.
        return change instanceof DataChange.Database && !setup.runningProperty().get() && !backupsModel.runningProperty().get();
    }

    @Override
    public void changed(Set<DataChange> changes) {
        setup.changed();
        refresh();
    }

    @Override
    public ObservableValue<@Nullable Instant> asOf() {
        return Bindings.createObjectBinding(
                () -> read(tabs.getSelectionModel().getSelectedItem()).getValue(),
                tabs.getSelectionModel().selectedItemProperty(), setup.asOf().property(), sessions.asOf().property());
    }

    private ObservableValue<@Nullable Instant> read(Tab tab) {
        return tab.equals(setupTab) ? setup.asOf().property() : tab.equals(sessionsTab) ? sessions.asOf().property() : AsOf.NEVER;
    }

    @Override
    public void focusFilter() {
        tabs.getSelectionModel().select(sqlTab);
        sqlController.focus();
    }

    @Override
    public boolean escape() {
        boolean runs = sql.runningProperty().get();
        sql.cancel();
        return runs;
    }
}

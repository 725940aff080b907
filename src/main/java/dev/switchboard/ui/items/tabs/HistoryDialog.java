package dev.switchboard.ui.items.tabs;

import dev.switchboard.explorer.query.QueryRun;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.UiContext;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows the runs of queries, and opens one again in the tab. */
final class HistoryDialog {
    private static final Messages TEXT = Messages.of(HistoryDialog.class);

    private HistoryDialog() {}

    static void open(UiContext context, QueryTabViewModel model) {
        context.jobs().start(
                TEXT.get("job.history"),
                progress -> context.session().explorer().history().list(),
                runs -> show(context, model, runs),
                context.dialogs()::error);
    }

    private static void show(UiContext context, QueryTabViewModel model, List<QueryRun> runs) {
        TableView<QueryRun> table = table(context, runs);
        VBox content = new VBox(table);
        content.setPrefSize(860, 420);
        VBox.setVgrow(table, Priority.ALWAYS);
        boolean chosen = context.dialogs().form(TEXT.get("history.title"), content, TEXT.get("history.action"),
                table.getSelectionModel().selectedItemProperty().isNull());
        @Nullable QueryRun run = table.getSelectionModel().getSelectedItem();
        if (chosen && run != null) {
            model.show("", run.text());
        }
    }

    private static TableView<QueryRun> table(UiContext context, List<QueryRun> runs) {
        TableView<QueryRun> table = new TableView<>();
        table.setId("history");
        table.setAccessibleText(TEXT.get("history.title"));
        table.setPlaceholder(new Label(TEXT.get("history.empty")));
        TableColumns.of(table, "items.history", context.state())
                .text("at", TEXT.get("history.at"), 150, run -> Formats.dateTime(run.at(), context.zone()),
                        Comparator.comparing(QueryRun::at))
                .zoned(context.zoneProperty())
                .text("text", TEXT.get("history.text"), 320, run -> run.text().replace('\n', ' '))
                .text("outcome", TEXT.get("history.outcome"), 80,
                        run -> TEXT.get("history.outcome." + run.outcome().name().toLowerCase(Locale.ROOT)))
                .number("items", TEXT.get("history.items"), 70, QueryRun::items, run -> Formats.count(run.items()))
                .number("scanned", TEXT.get("history.scanned"), 80, QueryRun::scanned, run -> Formats.count(run.scanned()))
                .number("capacity", TEXT.get("history.capacity"), 70, QueryRun::readCapacity, run -> Formats.capacity(run.readCapacity()))
                .number("duration", TEXT.get("history.duration"), 80, run -> run.duration().toNanos(),
                        run -> Formats.duration(run.duration()))
                .show(FXCollections.observableArrayList(runs));
        if (!runs.isEmpty()) {
            table.getSelectionModel().select(0);
        }
        return table;
    }
}

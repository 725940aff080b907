package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.row.RowAction;
import dev.switchboard.ui.common.transfer.CopyDialog;
import dev.switchboard.ui.common.transfer.ExportDialog;
import dev.switchboard.ui.common.transfer.ImportDialog;
import dev.switchboard.ui.common.transfer.TransferSubject;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The actions on the chosen table, for the buttons of its details and for the context menu of its row. */
final class TableRowActions {
    private static final Messages TEXT = Messages.of(TableRowActions.class);
    private final UiContext context;
    private final TablesViewModel model;
    private final TableTools tools;
    private final RowAction browse;
    private final RowAction backUp;
    private final RowAction settings;
    private final RowAction export;
    private final RowAction load;
    private final RowAction copyTo;
    private final RowAction protection;
    private final RowAction recovery;
    private final RowAction drop;

    TableRowActions(UiContext context, TablesViewModel model, TableActions actions) {
        this.context = context;
        this.model = model;
        tools = new TableTools(context, actions);
        BooleanBinding idle = Bindings.createBooleanBinding(this::isIdle, model.selectedProperty());
        BooleanBinding locked = context.lock().closed();
        BooleanBinding lockedOrNone = locked.or(model.selectedProperty().isNull());
        BooleanBinding lockedOrIdle = locked.or(idle);
        browse = action("detail.browse", "fth-list", idle, this::browse);
        backUp = action("detail.backup", "fth-archive", idle, actions::backUp);
        settings = action("detail.settings", "fth-sliders", lockedOrIdle, tools::change);
        export = action("detail.export", "fth-upload", idle, table -> ExportDialog.open(context, TransferSubject.table(table.name())));
        load = action("detail.import", "fth-download", lockedOrIdle,
                table -> ImportDialog.open(context, table.name(), model::refresh));
        copyTo = action("detail.copy-to", "fth-copy", idle,
                table -> CopyDialog.open(context, TransferSubject.table(table.name()), model::refresh));
        protection = new RowAction(
                ofChosen(table -> TEXT.get(isProtected(table) ? "detail.protection.off" : "detail.protection.on")), "fth-shield",
                lockedOrNone, ofChosen(table -> true), () -> withTable(actions::toggleProtection));
        // Not shown for engines without point-in-time recovery.
        recovery = new RowAction(
                ofChosen(table -> TEXT.get(recovers(table) ? "detail.recovery.off" : "detail.recovery.on")), "fth-clock", lockedOrNone,
                ofChosen(table -> table != null && table.pointInTimeRecovery() != null), () -> withTable(actions::toggleRecovery));
        drop = action("detail.drop", "fth-trash-2", lockedOrNone, actions::drop);
    }

    private RowAction action(String key, String icon, ObservableValue<Boolean> disabled, Consumer<TableDetails> run) {
        return new RowAction(TEXT.get(key), icon, disabled, () -> withTable(run));
    }

    private <T> ObservableValue<T> ofChosen(Function<@Nullable TableDetails, T> value) {
        return Bindings.createObjectBinding(() -> value.apply(model.selectedProperty().get()), model.selectedProperty());
    }

    private static boolean isProtected(@Nullable TableDetails table) {
        return table != null && table.deletionProtection();
    }

    private static boolean recovers(@Nullable TableDetails table) {
        return table != null && Boolean.TRUE.equals(table.pointInTimeRecovery());
    }

    /** Whether no active table is chosen. */
    private boolean isIdle() {
        TableDetails table = model.selectedProperty().get();
        return table == null || !table.isActive();
    }

    private void withTable(Consumer<TableDetails> action) {
        TableDetails table = model.selectedProperty().get();
        if (table != null) {
            action.accept(table);
        }
    }

    /** Opens a table on the Items screen, also one that is not active. */
    void browse(TableDetails table) {
        context.navigator().open("items", Map.of("table", table.name()));
    }

    RowAction browse() {
        return browse;
    }

    RowAction backUp() {
        return backUp;
    }

    RowAction settings() {
        return settings;
    }

    RowAction protection() {
        return protection;
    }

    RowAction recovery() {
        return recovery;
    }

    RowAction drop() {
        return drop;
    }

    /** The commands that move items of the table. */
    List<MenuItem> transferItems() {
        return List.of(export.menuItem(), load.menuItem(), copyTo.menuItem());
    }

    /** The commands that copy the definition of the table. */
    List<MenuItem> copyItems() {
        return tools.copyItems(this::withTable);
    }

    /** Everything, for a context menu, with a line below. */
    List<MenuItem> menuItems() {
        Menu copyAs = new Menu(TEXT.get("detail.copy-as"), new FontIcon("fth-code"));
        copyAs.getItems().setAll(copyItems());
        copyAs.disableProperty().bind(model.selectedProperty().isNull());
        return List.of(
                browse.menuItem(), backUp.menuItem(), settings.menuItem(), copyAs,
                new SeparatorMenuItem(),
                export.menuItem(), load.menuItem(), copyTo.menuItem(),
                new SeparatorMenuItem(),
                protection.menuItem(), recovery.menuItem(), drop.menuItem(),
                new SeparatorMenuItem());
    }
}

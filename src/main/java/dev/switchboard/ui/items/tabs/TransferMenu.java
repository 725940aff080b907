package dev.switchboard.ui.items.tabs;

import dev.switchboard.dynamodb.edit.EditedItemReader;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.transfer.CopyDialog;
import dev.switchboard.ui.common.transfer.ExportDialog;
import dev.switchboard.ui.common.transfer.ImportDialog;
import dev.switchboard.ui.common.transfer.TransferSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/** The commands that move items of a tab: export, import, copy; of what the query selects or of the selected rows. */
final class TransferMenu {
    private static final Messages TEXT = Messages.of(TransferMenu.class);
    private final UiContext context;
    private final QueryTabViewModel model;
    private final Supplier<List<Item>> selected;

    /** @param selected the selected rows */
    TransferMenu(UiContext context, QueryTabViewModel model, Supplier<List<Item>> selected) {
        this.context = context;
        this.model = model;
        this.selected = selected;
    }

    /** The commands that fit now; made each time before the menu opens. */
    List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        @Nullable ReadPlan plan = model.query().planProperty().get();
        if (plan != null) {
            items.add(item(TEXT.get("transfer.export"), () -> export(TransferSubject.plan(plan))));
            items.add(item(TEXT.get("transfer.copy"), () -> copy(TransferSubject.plan(plan))));
        }
        List<Item> rows = selected.get();
        @Nullable TableDetails table = model.query().detailsProperty().get();
        @Nullable ReadPlan shown = model.results().planProperty().get();
        if (!rows.isEmpty() && table != null && shown != null && shown.table().equals(table.name())) {
            items.add(item(TEXT.get("transfer.export.selected", rows.size()), () -> withKeys(table, rows, this::export)));
            items.add(item(TEXT.get("transfer.copy.selected", rows.size()), () -> withKeys(table, rows, this::copy)));
        }
        @Nullable String name = model.query().tableProperty().get();
        if (name != null) {
            items.add(item(TEXT.get("transfer.import"), () -> ImportDialog.open(context, name, model.results()::changed)));
        }
        return items;
    }

    private void withKeys(TableDetails table, List<Item> rows, Consumer<TransferSubject> action) {
        KeySchema keys = EditedItemReader.keys(table);
        action.accept(TransferSubject.items(table.name(), rows.stream().map(keys::of).map(Objects::requireNonNull).toList()));
    }

    private void export(TransferSubject subject) {
        ExportDialog.open(context, subject);
    }

    private void copy(TransferSubject subject) {
        CopyDialog.open(context, subject, model.results()::changed);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }
}

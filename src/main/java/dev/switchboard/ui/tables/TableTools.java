package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.dynamodb.table.TableSpecification;
import dev.switchboard.dynamodb.table.TableUpdateResult;
import dev.switchboard.explorer.definition.TableCopies;
import dev.switchboard.explorer.definition.TableFormat;
import dev.switchboard.explorer.definition.TableText;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Clipboards;
import dev.switchboard.ui.common.UiContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;

/** What is done with the definition of a table: change its settings, and copy it for other tools. */
final class TableTools {
    private static final Messages TEXT = Messages.of(TableTools.class);
    private final UiContext context;
    private final TableActions actions;

    TableTools(UiContext context, TableActions actions) {
        this.context = context;
        this.actions = actions;
    }

    /** Shows the settings of a table, and changes what was changed in the form. */
    void change(TableDetails table) {
        withSettings(table, settings -> {
            TableSettingsViewModel form = new TableSettingsViewModel(table, settings);
            if (context.dialogs().form(TEXT.get("settings.title", table.name()), TableSettingsController.load(form),
                    TEXT.get("settings.action"), form.errorProperty().isNotEmpty())) {
                actions.update(table, form.update(), this::changed);
            }
        });
    }

    private void changed(TableUpdateResult result) {
        context.notices().done(result.changed().isEmpty()
                ? TEXT.get("settings.done.same", result.table().name())
                : String.join(" ", result.changed()));
    }

    /** The commands that copy the definition of a table. */
    List<MenuItem> copyItems(Consumer<Consumer<TableDetails>> selected) {
        List<MenuItem> items = new ArrayList<>();
        for (TableFormat format : TableFormat.values()) {
            MenuItem item = new MenuItem(format.title());
            item.setOnAction(event -> selected.accept(table -> copy(table, format)));
            items.add(item);
        }
        return items;
    }

    private void copy(TableDetails table, TableFormat format) {
        context.jobs().start(
                TEXT.get("job.copy", table.name(), format.title()),
                progress -> TableCopies.of(
                        TableSpecification.of(table, context.session().tables().settings(table.name())),
                        format,
                        context.session().explorer().clientSettings()),
                text -> copied(text, format),
                context.dialogs()::error);
    }

    private void copied(TableText text, TableFormat format) {
        Clipboards.copy(text.text());
        List<String> lacks = new ArrayList<>(text.notIncluded());
        lacks.addAll(text.unknown());
        if (lacks.isEmpty()) {
            context.notices().done(TEXT.get("copy.done", format.title()));
        } else {
            context.notices().warn(TEXT.get("copy.partly", format.title(), String.join(", ", lacks)));
        }
    }

    private void withSettings(TableDetails table, Consumer<TableSettings> next) {
        context.jobs().start(
                TEXT.get("job.settings", table.name()),
                progress -> context.session().tables().settings(table.name()),
                next,
                context.dialogs()::error);
    }
}

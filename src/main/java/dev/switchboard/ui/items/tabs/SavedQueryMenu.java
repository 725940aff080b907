package dev.switchboard.ui.items.tabs;

import dev.switchboard.explorer.query.SavedQueries;
import dev.switchboard.explorer.query.SavedQuery;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menu of the saved queries: opens one, saves what the tab shows, deletes one. */
final class SavedQueryMenu {
    private static final Messages TEXT = Messages.of(SavedQueryMenu.class);
    private final UiContext context;
    private final QueryTabViewModel model;

    SavedQueryMenu(UiContext context, QueryTabViewModel model) {
        this.context = context;
        this.model = model;
    }

    private SavedQueries queries() {
        return context.session().explorer().savedQueries();
    }

    /** Fills the menu each time before it opens, because the files can be changed by others. */
    void install(MenuButton button) {
        button.getItems().setAll(item(TEXT.get("saved.save"), this::save));
        button.setOnShowing(event -> load(found -> button.getItems().setAll(items(found))));
    }

    private void load(Consumer<List<SavedQuery>> done) {
        context.jobs().start(TEXT.get("job.saved"), progress -> queries().list(), done, context.dialogs()::error);
    }

    private List<MenuItem> items(List<SavedQuery> found) {
        List<MenuItem> items = new ArrayList<>();
        items.add(item(TEXT.get("saved.save"), this::save));
        if (!found.isEmpty()) {
            items.add(new SeparatorMenuItem());
            Menu delete = new Menu(TEXT.get("saved.delete"));
            for (SavedQuery query : found) {
                items.add(item(query.name(), () -> open(query)));
                delete.getItems().add(item(query.name(), () -> delete(query)));
            }
            items.add(new SeparatorMenuItem());
            items.add(delete);
        }
        return items;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        // An underscore in a name is no mnemonic.
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void open(SavedQuery query) {
        if (query.parameters().isEmpty()) {
            model.show(query.name(), query.text());
            return;
        }
        ParameterForm form = new ParameterForm(query);
        if (context.dialogs().form(TEXT.get("saved.parameters.title", query.name()), form, TEXT.get("saved.parameters.action"),
                form.errorProperty().isNotEmpty())) {
            model.show(query.name(), form.text());
        }
    }

    private void save() {
        SaveForm form = new SaveForm(model.nameProperty().get(), model.query().textProperty().get());
        if (!context.dialogs().form(TEXT.get("saved.save.title"), form, TEXT.get("saved.save.action"), form.errorProperty().isNotEmpty())) {
            return;
        }
        SavedQuery query = form.query();
        load(found -> {
            boolean there = found.stream().anyMatch(other -> other.name().equalsIgnoreCase(query.name()));
            if (!there || context.dialogs().confirm(TEXT.get("saved.replace.title", query.name()), TEXT.get("saved.replace.text"),
                    TEXT.get("saved.replace.action"))) {
                write(query);
            }
        });
    }

    private void write(SavedQuery query) {
        context.jobs().start(
                TEXT.get("job.save", query.name()),
                progress -> queries().save(query),
                file -> {
                    model.nameProperty().set(query.name());
                    context.notices().done(TEXT.get("saved.done", query.name(), file));
                },
                context.dialogs()::error);
    }

    private void delete(SavedQuery query) {
        if (!context.dialogs().confirm(TEXT.get("saved.delete.title", query.name()), TEXT.get("saved.delete.text"),
                TEXT.get("saved.delete.action"))) {
            return;
        }
        context.jobs().start(
                TEXT.get("job.save", query.name()),
                progress -> {
                    queries().delete(query.name());
                    return query;
                },
                deleted -> context.notices().done(TEXT.get("saved.deleted", query.name())),
                context.dialogs()::error);
    }
}

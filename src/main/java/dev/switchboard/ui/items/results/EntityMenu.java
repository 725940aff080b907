package dev.switchboard.ui.items.results;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.items.entity.EntityCount;
import dev.switchboard.ui.items.entity.EntityViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** Chooses which entity of the items is shown, with columns of its own. */
final class EntityMenu {
    private static final Messages TEXT = Messages.of(EntityMenu.class);
    private final ResultsViewModel model;
    private final EntityViews views;
    private String table = "";
    private List<String> keys = List.of();

    EntityMenu(UiContext context, ResultsViewModel model) {
        this.model = model;
        views = new EntityViews(context);
        views.onModelChange(() -> views.recount(model.rows()));
        views.predicateProperty().subscribe(model::show);
        model.rows().addListener(this::rowsChanged);
    }

    EntityViews views() {
        return views;
    }

    private void rowsChanged(ListChangeListener.Change<? extends Item> change) {
        while (change.next()) {
            if (change.wasRemoved()) {
                views.reset();
            }
            if (change.wasAdded()) {
                observe(List.copyOf(change.getAddedSubList()));
            }
        }
    }

    /** The items of another table have other entities. */
    private void observe(List<Item> added) {
        @Nullable ReadPlan plan = model.planProperty().get();
        List<String> found = model.columns().keys();
        if (plan == null || (plan.table().equals(table) && found.equals(keys))) {
            views.observe(added);
            return;
        }
        table = plan.table();
        keys = found;
        views.use(table, keys);
        views.recount(model.rows());
    }

    void install(MenuButton button) {
        button.textProperty().bind(Bindings.createStringBinding(
                () -> TEXT.get("entities.view", views.selectedProperty().get() == null
                        ? TEXT.get("entities.all")
                        : views.selectedProperty().get()),
                views.selectedProperty()));
        button.disableProperty().bind(Bindings.isEmpty(model.rows()));
        button.getItems().setAll(items());
        button.setOnShowing(event -> button.getItems().setAll(items()));
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        items.add(choice(TEXT.get("entities.all"), null));
        for (EntityCount entity : views.entities()) {
            items.add(choice(TEXT.get("entities.entity", entity.name(), Formats.count(entity.count())), entity.name()));
        }
        if (!views.sourceProperty().get().isEmpty()) {
            MenuItem source = new MenuItem(TEXT.get("entities.source", views.sourceProperty().get(), views.othersProperty().get()));
            source.setDisable(true);
            items.add(source);
        }
        items.add(new SeparatorMenuItem());
        items.add(command("entities.load", views::load));
        if (views.rememberedProperty().get()) {
            items.add(command("entities.forget", views::forget));
        }
        return items;
    }

    private CheckMenuItem choice(String text, @Nullable String name) {
        CheckMenuItem item = new CheckMenuItem(text);
        item.setMnemonicParsing(false);
        item.setSelected(Objects.equals(name, views.selectedProperty().get()));
        item.setOnAction(event -> views.selectedProperty().set(name));
        return item;
    }

    private static MenuItem command(String key, Runnable action) {
        MenuItem item = new MenuItem(TEXT.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }
}

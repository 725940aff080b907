package dev.switchboard.ui.items.entity;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.explorer.entity.EntityColumn;
import dev.switchboard.explorer.entity.EntityDefinition;
import dev.switchboard.explorer.entity.EntityModel;
import dev.switchboard.explorer.entity.EntityModelReader;
import dev.switchboard.explorer.entity.EntityModels;
import dev.switchboard.explorer.entity.PrefixObserver;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.UiContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The entities of the items that are shown, with one of them selected. A table has those of its remembered model, the messages table its two, and
 * any other table those that the prefixes of its keys suggest as items arrive. JavaFX thread only.
 */
public final class EntityViews {
    private static final Messages TEXT = Messages.of(EntityViews.class);
    private final UiContext context;
    private final LatestJobRunner slot;
    private final ObservableList<EntityCount> entities = FXCollections.observableArrayList();
    private final ReadOnlyLongWrapper others = new ReadOnlyLongWrapper();
    private final ReadOnlyStringWrapper source = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper remembered = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<@Nullable String> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Predicate<Item>> predicate = new ReadOnlyObjectWrapper<>(EntityViews::all);
    private final ObservableList<EntityColumn> columns = FXCollections.observableArrayList();
    private final Map<String, Long> counts = new HashMap<>();
    private Runnable modelChanged = () -> {};
    private String table = "";
    private List<String> keyNames = List.of();
    private PrefixObserver observer = new PrefixObserver(List.of(""));
    private @Nullable EntityModel known;
    private int shownVersion = -1;

    /** What is known of a table before its items. */
    private record KnownEntities(@Nullable EntityModel model, boolean remembered) {}

    public EntityViews(UiContext context) {
        this.context = context;
        slot = context.jobs().slot();
        selected.addListener((observable, old, now) -> select());
    }

    /** The entities in the order of their names, with the numbers of observed items; empty if none are known. */
    public ObservableList<EntityCount> entities() {
        return entities;
    }

    /** How many observed items are of no entity. */
    public ReadOnlyLongProperty othersProperty() {
        return others.getReadOnlyProperty();
    }

    /** Where the entities are from, in words; empty if none are known. */
    public ReadOnlyStringProperty sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** Whether the entities are from a file that is remembered for the table. */
    public ReadOnlyBooleanProperty rememberedProperty() {
        return remembered.getReadOnlyProperty();
    }

    /** The name of the selected entity; null for all items. An entity that does not exist (any more) selects all items. */
    public ObjectProperty<@Nullable String> selectedProperty() {
        return selected;
    }

    /** Tells whether an item is of the selected entity. */
    public ReadOnlyObjectProperty<Predicate<Item>> predicateProperty() {
        return predicate.getReadOnlyProperty();
    }

    /** The columns of the selected entity; empty for all items, which have those of their attributes. */
    public ObservableList<EntityColumn> columns() {
        return columns;
    }

    /** Sets what is told when other entities apply: the items that are shown have to be {@linkplain #recount counted} again. */
    public void onModelChange(Runnable listener) {
        modelChanged = listener;
    }

    /**
     * Shows the entities of a table from now on, and selects all items.
     *
     * @param keys the key attributes of the table, the partition key first
     */
    public void use(String tableName, List<String> keys) {
        table = tableName;
        keyNames = List.copyOf(keys);
        known = null;
        remembered.set(false);
        selected.set(null);
        reset();
        EntityModels models = context.session().explorer().entityModels();
        String messages = context.session().settings().messagesTable();
        slot.start(
                TEXT.get("job.known", tableName),
                progress -> new KnownEntities(models.known(tableName, messages), Files.exists(models.file(tableName))),
                found -> apply(found.model(), found.remembered()),
                context.dialogs()::error);
    }

    private void apply(@Nullable EntityModel model, boolean isRemembered) {
        known = model;
        remembered.set(isRemembered);
        reset();
        select();
        modelChanged.run();
    }

    /** Forgets which items were observed, because they are read anew. */
    public void reset() {
        observer = new PrefixObserver(keyNames.isEmpty() ? List.of("") : keyNames);
        shownVersion = -1;
        counts.clear();
        others.set(0);
        show();
    }

    /** Counts these items only. */
    public void recount(List<Item> items) {
        reset();
        observe(items);
    }

    /** Counts more items, as they arrive. */
    public void observe(List<Item> items) {
        EntityModel model = known;
        for (Item item : items) {
            if (model == null) {
                observer.add(item);
            } else {
                @Nullable EntityDefinition entity = model.entityOf(item, keyNames);
                if (entity == null) {
                    others.set(others.get() + 1);
                } else {
                    counts.merge(entity.name(), 1L, Long::sum);
                }
            }
        }
        show();
    }

    private void show() {
        EntityModel model = model();
        Map<String, Long> numbers = known == null ? observer.counts() : counts;
        entities.setAll(model.entities().stream()
                .map(entity -> new EntityCount(entity, numbers.getOrDefault(entity.name(), 0L)))
                .sorted((a, b) -> a.name().compareToIgnoreCase(b.name()))
                .toList());
        source.set(model.isEmpty() ? "" : model.source());
        if (known == null) {
            others.set(observer.items() - entities.stream().mapToLong(EntityCount::count).sum());
            if (observer.version() != shownVersion) {
                shownVersion = observer.version();
                select();
            }
        }
    }

    private EntityModel model() {
        return Objects.requireNonNullElseGet(known, () -> observer.model(TEXT.get("source.observed")));
    }

    /** Takes over the selected entity, whose columns can be others than before. */
    private void select() {
        @Nullable String name = selected.get();
        EntityModel model = model();
        @Nullable EntityDefinition entity = name == null ? null : model.named(name);
        List<EntityColumn> wanted = entity == null ? List.of() : entity.columns(keyNames);
        if (!columns.equals(wanted)) {
            columns.setAll(wanted);
        }
        List<String> keys = keyNames;
        predicate.set(entity == null ? EntityViews::all : item -> {
            @Nullable EntityDefinition of = model.entityOf(item, keys);
            return of != null && of.name().equals(entity.name());
        });
    }

    private static boolean all(Item item) {
        return true;
    }

    /** Asks for a file with a data model, and remembers its entities for the table. */
    public void load() {
        context.dialogs().openFile(TEXT.get("load.title", table), TEXT.get("load.kind"), "*.json", "*.js", "*.ts", "*.mjs", "*.cjs")
                .ifPresent(this::load);
    }

    /** Reads a file with a data model, and remembers its entities for the table; what is wrong with it is shown as an error. */
    public void load(Path file) {
        String name = table;
        EntityModels models = context.session().explorer().entityModels();
        slot.start(
                TEXT.get("job.load", file.getFileName()),
                progress -> {
                    EntityModel model = EntityModelReader.read(file, name);
                    models.remember(name, model);
                    return model;
                },
                model -> {
                    if (name.equals(table)) {
                        apply(model, true);
                        context.notices().done(TEXT.get("load.done", model.entities().size(), name));
                    }
                },
                context.dialogs()::error);
    }

    /** Forgets the remembered entities of the table, so that they are those of the messages table or of the observed prefixes again. */
    public void forget() {
        String name = table;
        EntityModels models = context.session().explorer().entityModels();
        String messages = context.session().settings().messagesTable();
        slot.start(
                TEXT.get("job.forget", name),
                progress -> {
                    models.forget(name);
                    return new KnownEntities(models.known(name, messages), false);
                },
                found -> {
                    if (name.equals(table)) {
                        apply(found.model(), false);
                    }
                },
                context.dialogs()::error);
    }
}

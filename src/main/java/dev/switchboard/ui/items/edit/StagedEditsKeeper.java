package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.explorer.edit.SavedEdits;
import dev.switchboard.explorer.edit.StagedEditsStore;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.UiContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Saves the staged edits of a table as they change, and offers those that an earlier session left. JavaFX thread only. */
final class StagedEditsKeeper {
    private static final Messages TEXT = Messages.of(StagedEditsKeeper.class);
    private final UiContext context;
    private final String table;
    private final LatestJobRunner slot;
    private final Path file;
    private List<ItemEdit> saved = List.of();

    StagedEditsKeeper(UiContext context, String table) {
        this.context = context;
        this.table = table;
        slot = context.jobs().slot();
        file = store(context).newFile(table);
    }

    private static StagedEditsStore store(UiContext context) {
        return context.session().explorer().stagedEdits();
    }

    /** Saves the edits if they are others than those that were saved. A save that is under way is replaced by this one. */
    void save(List<ItemEdit> edits) {
        if (!edits.equals(saved)) {
            saved = edits;
            slot.start(TEXT.get("keep.job", table), progress -> {
                store(context).save(file, edits);
                return true;
            }, done -> {}, context.dialogs()::error);
        }
    }

    /**
     * Offers the edits that an earlier session left for a table, if there are some.
     *
     * @param restore stages edits, which are saved again then
     */
    static void offer(UiContext context, String table, Consumer<List<ItemEdit>> restore) {
        context.jobs().start(
                TEXT.get("keep.look", table),
                progress -> store(context).abandoned(table),
                found -> found.stream().filter(each -> !each.edits().isEmpty()).forEach(each -> ask(context, table, each, restore)),
                context.dialogs()::error);
    }

    private static void ask(UiContext context, String table, SavedEdits left, Consumer<List<ItemEdit>> restore) {
        String again = TEXT.get("keep.restore");
        int count = left.edits().size();
        Optional<String> chosen = context.dialogs().choose(
                TEXT.get("keep.title", count), TEXT.get("keep.text", count, table, Formats.zoned(left.at(), context.zone())),
                TEXT.get("keep.later"), again, TEXT.get("keep.discard"));
        if (chosen.isEmpty()) {
            return;
        }
        if (chosen.get().equals(again)) {
            restore.accept(left.edits());
        }
        context.jobs().start(TEXT.get("keep.job", table), progress -> {
            store(context).save(left.file(), List.of());
            return true;
        }, done -> {}, context.dialogs()::error);
    }
}

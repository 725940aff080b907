package dev.switchboard.cli.items;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.explorer.edit.ItemEditor;
import dev.switchboard.text.Messages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code items delete}: deletes the item with a key. */
@Command(name = "delete")
final class DeleteCommand implements Callable<Integer> {
    private static final Messages TEXT = Messages.of(DeleteCommand.class);
    private final Invocation invocation;

    @Parameters(paramLabel = "TABLE")
    private String table = "";

    @Parameters(paramLabel = "KEY-JSON")
    private String key = "";

    DeleteCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Exception {
        Item wanted = Item.ofJson(key);
        return invocation.run((session, progress) -> {
            ItemEditor.DeletedItem deleted = session.explorer().editor().delete(table, wanted, progress);
            if (invocation.json()) {
                invocation.print(Json.object("deleted", new Json.Raw(deleted.item().toJson()), "change", deleted.change()));
            } else {
                invocation.print(TEXT.get("delete.done", table));
            }
            invocation.note(TEXT.get("change.undo", deleted.change()));
            return ExitStatus.DONE;
        });
    }
}

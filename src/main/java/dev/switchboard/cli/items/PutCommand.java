package dev.switchboard.cli.items;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.dynamodb.edit.EditReport;
import dev.switchboard.dynamodb.edit.EditResult;
import dev.switchboard.dynamodb.edit.ItemPutter;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code items put}: writes items from a file. */
@Command(name = "put")
final class PutCommand implements Callable<Integer> {
    private static final Messages TEXT = Messages.of(PutCommand.class);
    private static final int MOST_NOTES = 20;
    private final Invocation invocation;

    @Parameters(paramLabel = "TABLE")
    private String table = "";

    @Parameters(paramLabel = "FILE")
    private String file = "";

    @Option(names = "--if-absent")
    private boolean onlyIfAbsent;

    PutCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Exception {
        List<Item> items = invocation.asJob(progress -> new ItemFileReader(invocation).read(file));
        return invocation.run((session, progress) -> {
            ItemPutter.PutReport put = session.explorer().editor().put(table, items, onlyIfAbsent, progress);
            EditReport edits = put.edits();
            @Nullable Failure failure = edits.failure();
            if (invocation.json() && (failure == null || edits.written() > 0)) {
                invocation.print(Json.object(
                        "read", items.size(),
                        "written", edits.written(),
                        "replaced", put.replaced(),
                        "skipped", edits.conflicts(),
                        "rejected", items.size() - edits.written() - edits.conflicts(),
                        "change", edits.change()));
            }
            if (failure != null) {
                note(items, edits);
                throw edits.conflicts() > 0 && edits.conflicts() + edits.written() == items.size() ? kept(edits) : failure;
            }
            if (!invocation.json()) {
                invocation.print(TEXT.get("put.done", edits.written(), put.replaced(), table));
            }
            invocation.note(TEXT.get("change.undo", edits.change()));
            return ExitStatus.DONE;
        });
    }

    /** Items that exist are no error of the write, but not all was done that was asked for. */
    private Failure kept(EditReport edits) {
        String sentence = TEXT.get("put.kept", edits.conflicts(), edits.results().size(), table, edits.written());
        return edits.written() > 0
                ? new PartialCompletionException(sentence, TEXT.get("put.kept.remedy"))
                : new OperationFailedException(sentence, TEXT.get("put.kept.remedy"));
    }

    /** Names the first items that were not written. */
    private void note(List<Item> items, EditReport edits) {
        int noted = 0;
        for (int i = 0; i < items.size() && noted < MOST_NOTES && items.size() > 1; i++) {
            String why = switch (edits.results().get(i)) {
                case EditResult.Conflict _ -> TEXT.get("put.exists", i + 1);
                case EditResult.Rejected(String sentence) -> TEXT.get("put.rejected", i + 1, sentence);
                case EditResult.Unanswered(String sentence) -> TEXT.get("put.unknown", i + 1, sentence);
                case EditResult.Written _, EditResult.NotSent _ -> "";
            };
            if (!why.isEmpty()) {
                invocation.note(why);
                noted++;
            }
        }
    }
}

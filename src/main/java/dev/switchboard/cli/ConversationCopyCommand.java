package dev.switchboard.cli;

import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.items.CopyTargetOptions;
import dev.switchboard.cli.items.ImportReports;
import dev.switchboard.conversations.ConversationSelection;
import dev.switchboard.dynamodb.scan.ItemSelection;
import dev.switchboard.transfer.ImportReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code conversations copy}: copies a conversation with the group items of its participants to the messages table of another environment. */
@Command(name = "copy")
final class ConversationCopyCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "GROUP")
    private String group = "";

    @Mixin
    private CopyTargetOptions target = new CopyTargetOptions();

    ConversationCopyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Exception {
        return invocation.run(target.environment(), target.settings(), (session, other, progress) -> {
            String table = session.settings().messagesTable();
            String toTable = other.settings().messagesTable();
            List<ItemSelection> selections = new ConversationSelection(session.items(), table).of(group, progress);
            ImportReport report =
                    session.transfers().copier().copy(table, other.transfers(), toTable, target.options(selections, 1), progress);
            return ImportReports.print(invocation, toTable, report, false);
        });
    }
}

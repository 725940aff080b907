package dev.switchboard.cli.items;

import dev.switchboard.cli.invocation.Converters;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.dynamodb.scan.ItemSelection;
import dev.switchboard.transfer.ImportReport;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code items copy}: copies items to another table, also of another environment. */
@Command(name = "copy")
final class CopyCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "TABLE")
    private String table = "";

    @Option(names = "--to", paramLabel = "TABLE", required = true)
    private String toTable = "";

    @Option(names = "--segments", paramLabel = "N", converter = Converters.SegmentsConverter.class)
    private @Nullable Integer segments;

    @Mixin
    private CopyTargetOptions target = new CopyTargetOptions();

    @Mixin
    private TransferSelectionOptions chosen = new TransferSelectionOptions();

    CopyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Exception {
        return invocation.run(target.environment(), target.settings(), (session, other, progress) -> {
            ItemSelection selection = chosen.selection(session.tables().describe(table));
            if (session.environment().policy().costShownFirst() && !selection.isQuery()) {
                invocation.note(session.scans().estimate(table).text());
            }
            ImportReport report = session.transfers().copier().copy(
                    table, other.transfers(), toTable, target.options(List.of(selection), segments == null ? 1 : segments), progress);
            return ImportReports.print(invocation, toTable, report, false);
        });
    }
}

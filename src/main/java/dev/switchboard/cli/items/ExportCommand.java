package dev.switchboard.cli.items;

import dev.switchboard.cli.invocation.Converters;
import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.dynamodb.scan.ItemSelection;
import dev.switchboard.text.Messages;
import dev.switchboard.transfer.ExportOptions;
import dev.switchboard.transfer.ExportResult;
import dev.switchboard.transfer.format.TransferFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code items export}: writes items to a file. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
    private static final Messages TEXT = Messages.of(ExportCommand.class);
    private final Invocation invocation;

    @Parameters(index = "0", paramLabel = "TABLE")
    private String table = "";

    @Parameters(index = "1", paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--format", paramLabel = "dynamodb-json|json|csv", converter = TransferConverters.FormatConverter.class)
    private @Nullable TransferFormat format;

    @Option(names = "--segments", paramLabel = "N", converter = Converters.SegmentsConverter.class)
    private @Nullable Integer segments;

    @Option(names = "--rate", paramLabel = "RCU", converter = Converters.RateConverter.class)
    private @Nullable Double rate;

    @Option(names = "--resume")
    private boolean resume;

    @Mixin
    private TransferSelectionOptions chosen = new TransferSelectionOptions();

    ExportCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Exception {
        return invocation.run((session, progress) -> {
            ItemSelection selection = chosen.selection(session.tables().describe(table));
            if (session.environment().policy().costShownFirst() && !selection.isQuery()) {
                invocation.note(session.scans().estimate(table).text());
            }
            ExportOptions options = new ExportOptions(List.of(selection), format == null ? TransferFormat.of(file) : format,
                    segments == null ? 1 : segments, rate == null ? -1 : rate, resume);
            ExportResult result = session.transfers().exporter().export(table, file, options, progress);
            if (invocation.json()) {
                invocation.print(Json.object(
                        "file", result.file().toString(),
                        "items", result.items(),
                        "bytes", result.bytes(),
                        "resumed", result.resumed(),
                        "attributes", result.attributes(),
                        "consumedReadCapacity", result.consumedReadCapacity()));
            } else {
                invocation.print(TEXT.get("export.done", result.items(), table, result.file()));
            }
            if (result.resumed() > 0) {
                invocation.note(TEXT.get("export.resumed", result.resumed()));
            }
            invocation.note(TEXT.get("page.capacity", result.consumedReadCapacity()));
            return ExitStatus.DONE;
        });
    }
}

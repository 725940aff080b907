package dev.switchboard.cli.items;

import dev.switchboard.cli.invocation.Converters;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.transfer.ConflictMode;
import dev.switchboard.transfer.ImportOptions;
import dev.switchboard.transfer.ImportReport;
import dev.switchboard.transfer.format.FormatDetector;
import dev.switchboard.transfer.format.TransferFormat;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code items import}: writes the items of a file to a table. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(index = "0", paramLabel = "TABLE")
    private String table = "";

    @Parameters(index = "1", paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--format", paramLabel = "dynamodb-json|json|csv", converter = TransferConverters.FormatConverter.class)
    private @Nullable TransferFormat format;

    @Option(names = "--on-conflict", paramLabel = "replace|skip|fail", converter = TransferConverters.ConflictConverter.class)
    private ConflictMode onConflict = ConflictMode.FAIL;

    @Option(names = "--rejects", paramLabel = "FILE")
    private @Nullable Path rejects;

    @Option(names = "--rate", paramLabel = "WCU", converter = Converters.RateConverter.class)
    private @Nullable Double rate;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--resume")
    private boolean resume;

    ImportCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Exception {
        return invocation.run((session, progress) -> {
            ImportOptions options = new ImportOptions(
                    format == null ? FormatDetector.detect(file) : format, onConflict, rejects, rate == null ? -1 : rate, dryRun, resume);
            ImportReport report = session.transfers().importer().run(table, file, options, progress);
            return ImportReports.print(invocation, table, report, dryRun);
        });
    }
}

package dev.switchboard.cli.items;

import dev.switchboard.cli.invocation.Converters;
import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.read.PlanReader;
import dev.switchboard.dynamodb.read.ReadEstimate;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.read.ReadPosition;
import dev.switchboard.dynamodb.read.ReadSummary;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.text.Messages;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code items scan}: reads all items of a table. */
@Command(name = "scan")
final class ScanCommand implements Callable<Integer> {
    private static final Messages TEXT = Messages.of(ScanCommand.class);
    private final Invocation invocation;

    @Parameters(paramLabel = "TABLE")
    private String table = "";

    @Option(names = "--limit", paramLabel = "N", converter = Converters.CountConverter.class)
    private @Nullable Long limit;

    @Option(names = "--segments", paramLabel = "N", converter = Converters.SegmentsConverter.class)
    private @Nullable Integer segments;

    @Option(names = "--rate", paramLabel = "RCU", converter = Converters.RateConverter.class)
    private @Nullable Double rate;

    @Mixin
    private ReadOptions chosen = new ReadOptions();

    @Mixin
    private EntityOptions entity = new EntityOptions();

    @Mixin
    private CopyAsOption copy = new CopyAsOption();

    ScanCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Exception {
        return invocation.run((session, progress) -> {
            ReadPlan plan = chosen.apply(ReadPlan.scan(table))
                    .limited(limit == null ? 0 : limit)
                    .segmented(segments == null ? 1 : segments)
                    .rated(rate == null ? ScanOptions.USUAL_RATE : rate);
            PlanReader reader = session.explorer().reader();
            TableDetails details = reader.table(table);
            if (copy.given()) {
                return copy.print(invocation, session, details, plan);
            }
            @Nullable ReadEstimate estimate = session.environment().policy().costShownFirst() ? reader.estimate(plan, details) : null;
            if (estimate != null) {
                invocation.note(estimate.text());
            }
            @Nullable EntityFilter filter = entity.filter(session, details);
            ItemPrinter printer = new ItemPrinter(invocation, details.keys().stream().map(KeyAttribute::name).toList(), filter);
            ReadSummary summary =
                    printer.printing(consumer -> reader.read(reader.withSegmentsChosen(plan), ReadPosition.START, consumer, progress));
            if (filter != null) {
                invocation.note(TEXT.get("entity.summary", printer.printed(), filter.entity().name()));
            }
            if (!summary.complete()) {
                invocation.note(TEXT.get("scan.more"));
            }
            invocation.note(TEXT.get("read.summary", summary.items(), summary.scanned(), summary.consumedReadCapacity()));
            return ExitStatus.DONE;
        });
    }
}

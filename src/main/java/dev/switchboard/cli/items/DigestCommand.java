package dev.switchboard.cli.items;

import dev.switchboard.cli.invocation.Converters;
import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.text.Messages;
import dev.switchboard.transfer.TableDigest;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code items digest}: computes a digest that is equal for equal tables. */
@Command(name = "digest")
final class DigestCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "TABLE")
    private String table = "";

    @Option(names = "--segments", paramLabel = "N", converter = Converters.SegmentsConverter.class)
    private @Nullable Integer segments;

    @Option(names = "--rate", paramLabel = "RCU", converter = Converters.RateConverter.class)
    private @Nullable Double rate;

    DigestCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Exception {
        return invocation.run((session, progress) -> {
            if (session.environment().policy().costShownFirst()) {
                invocation.note(session.scans().estimate(table).text());
            }
            TableDigest digest = session.transfers().digest(
                    table, new ScanOptions(0, segments == null ? 1 : segments, rate == null ? ScanOptions.USUAL_RATE : rate), progress);
            if (invocation.json()) {
                invocation.print(Json.object("items", digest.items(), "digest", digest.hex()));
            } else {
                invocation.print(Messages.of(DigestCommand.class).get("digest.done", digest.hex(), digest.items()));
            }
            return ExitStatus.DONE;
        });
    }
}

package dev.switchboard.cli.items;

import dev.switchboard.cli.invocation.Converters;
import dev.switchboard.dynamodb.scan.ItemSelection;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.transfer.ConflictMode;
import dev.switchboard.transfer.CopyOptions;
import dev.switchboard.transfer.mask.MaskMode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where a copy goes and how. */
public final class CopyTargetOptions {
    @Option(names = "--to-env", paramLabel = "dev|prd", converter = Converters.EnvironmentConverter.class)
    private @Nullable Environment environment;

    @Option(names = "--to-endpoint", paramLabel = "URL", converter = Converters.EndpointConverter.class)
    private @Nullable URI endpoint;

    @Option(names = "--mask", paramLabel = "texts|people|all", converter = TransferConverters.MaskConverter.class)
    private MaskMode mask = MaskMode.NONE;

    @Option(names = "--on-conflict", paramLabel = "replace|skip|fail", converter = TransferConverters.ConflictConverter.class)
    private ConflictMode onConflict = ConflictMode.FAIL;

    @Option(names = "--rate", paramLabel = "WCU", converter = Converters.RateConverter.class)
    private @Nullable Double rate;

    @Option(names = "--resume")
    private boolean resume;

    /** The environment of the target; null for that of the source. */
    public @Nullable Environment environment() {
        return environment;
    }

    /** The settings of the target's session that are given. */
    public Map<Setting, String> settings() {
        return endpoint == null ? Map.of() : Map.of(Setting.DYNAMODB_ENDPOINT, endpoint.toString());
    }

    /** Returns how the items of selections are copied. */
    public CopyOptions options(List<ItemSelection> selections, int segments) {
        return new CopyOptions(selections, mask, onConflict, segments, -1, rate == null ? -1 : rate, resume);
    }
}

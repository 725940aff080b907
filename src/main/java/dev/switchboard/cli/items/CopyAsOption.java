package dev.switchboard.cli.items;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.read.KeyConditions;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.explorer.copyas.CopyAs;
import dev.switchboard.explorer.copyas.CopyTarget;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that prints a read as text to run elsewhere, and does not run it. */
final class CopyAsOption {
    private static final Messages TEXT = Messages.of(CopyAsOption.class);

    @Option(names = "--as", paramLabel = "cli|java|boto3|javascript|partiql", converter = TargetConverter.class)
    private @Nullable CopyTarget target;

    /** Converts the name of what is copied. */
    static final class TargetConverter implements ITypeConverter<CopyTarget> {
        @Override
        public CopyTarget convert(String value) {
            return Arrays.stream(CopyTarget.values()).filter(target -> target.code().equals(value)).findFirst()
                    .orElseThrow(() -> new TypeConversionException(TEXT.get("copy-as.target", Quote.of(value))));
        }
    }

    boolean given() {
        return target != null;
    }

    /**
     * Prints a plan as text.
     *
     * @throws InvalidInputException if it cannot be written so, with the reason
     */
    int print(Invocation invocation, Session session, TableDetails table, ReadPlan plan) {
        if (target == null) {
            throw new IllegalStateException("no target");
        }
        // Fails where the index does not exist.
        KeyConditions.keys(table, plan.index());
        String text = CopyAs.of(plan, target, session.explorer().clientSettings());
        if (invocation.json()) {
            invocation.print(Json.object("as", target.code(), "text", text));
        } else if (!invocation.printExact(text)) {
            throw new InvalidInputException("copy_unprintable", TEXT.get("copy-as.unprintable"), TEXT.get("copy-as.unprintable.remedy"));
        }
        return ExitStatus.DONE;
    }
}

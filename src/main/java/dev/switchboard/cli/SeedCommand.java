package dev.switchboard.cli;

import dev.switchboard.cli.invocation.Converters;
import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.Participant;
import dev.switchboard.conversations.StoredTime;
import dev.switchboard.seeding.ConversationFileReader;
import dev.switchboard.seeding.SeedPlan;
import dev.switchboard.seeding.load.LoadSpec;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code seed}: writes sample data. */
@Command(name = "seed")
final class SeedCommand {
    private static final Messages TEXT = Messages.of(SeedCommand.class);
    private final Invocation invocation;

    SeedCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Command(name = "conversation")
    int conversation(
            @Option(names = "--from", required = true, paramLabel = "HANDLE") String from,
            @Option(names = "--to", required = true, paramLabel = "HANDLE") String to,
            @Option(names = "--file", paramLabel = "FILE") @Nullable Path file,
            @Option(names = "--start", paramLabel = "INSTANT", converter = Converters.InstantConverter.class) @Nullable Instant start,
            @Option(names = "--dry-run") boolean dryRun)
            throws Exception {
        return invocation.run((session, progress) -> {
            Participant first = UserResolver.person(session, from);
            Participant second = UserResolver.person(session, to);
            SeedPlan plan = file == null
                    ? session.seeder().plan(first, second, ConversationFileReader.bundled(), start)
                    : session.seeder().plan(first, second, ConversationFileReader.read(file), start, String.valueOf(file.getFileName()));
            if (plan.stream() && plan.replaces() > 0) {
                invocation.note(TEXT.get("seed.stream"));
            }
            if (!dryRun) {
                if (plan.replaces() > 0) {
                    invocation.note(TEXT.get("seed.will-replace", plan.replaces()));
                }
            }
            @Nullable String change = dryRun ? null : session.seeder().run(plan, progress).change();
            print(plan, change);
            MessageGroup other = plan.otherConversation();
            if (other != null) {
                invocation.note(TEXT.get("seed.other", other.uuid()));
            }
            return ExitStatus.DONE;
        });
    }

    @Command(name = "load")
    int load(
            @Option(names = "--users", required = true, paramLabel = "N", converter = Converters.WholeNumberConverter.class) long users,
            @Option(names = "--groups", required = true, paramLabel = "N", converter = Converters.WholeNumberConverter.class) long groups,
            @Option(names = "--messages", required = true, paramLabel = "N",
                    converter = Converters.WholeNumberConverter.class) long messages,
            @Option(names = "--random-seed", paramLabel = "S", defaultValue = "1",
                    converter = Converters.WholeNumberConverter.class) long randomSeed,
            @Option(names = "--rate", paramLabel = "WCU", converter = Converters.RateConverter.class) @Nullable Double rate,
            @Option(names = "--resume") boolean resume,
            @Option(names = "--dry-run") boolean dryRun)
            throws Exception {
        LoadSpec spec = new LoadSpec(clamped(users), clamped(groups), messages, randomSeed);
        return invocation.run((session, progress) -> {
            if (dryRun) {
                LoadPrinter.print(invocation, session.loader().plan(spec, rate));
            } else {
                LoadPrinter.print(invocation, session.loader().run(spec, rate, resume, progress));
            }
            return ExitStatus.DONE;
        });
    }

    /** Too large a number stays too large, which the specification of a load refuses in words. */
    private static int clamped(long number) {
        return (int) Math.min(number, Integer.MAX_VALUE);
    }

    private void print(SeedPlan plan, @Nullable String change) {
        boolean dryRun = change == null;
        if (invocation.json()) {
            invocation.print(document(plan, change));
            return;
        }
        String key = dryRun ? "seed.would" : "seed.done";
        invocation.print(TEXT.get(key, plan.messages().size(), plan.from().handle(), plan.to().handle(), plan.groupUuid()));
        invocation.print(TEXT.get("seed.times", StoredTime.write(plan.start()), StoredTime.write(plan.last())));
        if (plan.replaces() > 0) {
            invocation.print(
                    change == null ? TEXT.get("seed.would-replace", plan.replaces()) : TEXT.get("seed.replaced", plan.replaces(), change));
        }
    }

    private static Map<String, @Nullable Object> document(SeedPlan plan, @Nullable String change) {
        return Json.object(
                "group", plan.groupUuid(),
                "from", plan.from().handle(),
                "to", plan.to().handle(),
                "start", StoredTime.write(plan.start()),
                "last", StoredTime.write(plan.last()),
                "messages", plan.messages().size(),
                "replaced", plan.replaces(),
                "dryRun", change == null,
                "change", change);
    }
}

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

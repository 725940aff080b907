package dev.switchboard.seeding;

import dev.switchboard.conversations.ConversationReplaceResult;
import dev.switchboard.conversations.ConversationReplacementService;
import dev.switchboard.conversations.MessageRules;
import dev.switchboard.conversations.Participant;
import dev.switchboard.conversations.ScriptedMessage;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seeds a conversation between two users from a script. Planning only reads. Safe for concurrent use. */
public final class Seeder {
    private static final Messages TEXT = Messages.of(Seeder.class);
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration DEFAULT_AGE = Duration.ofHours(3);
    private static final Duration MIN_AGE = Duration.ofHours(1);
    private final ConversationReplacementService conversations;
    private final InstantSource clock;

    public Seeder(ConversationReplacementService conversations, InstantSource clock) {
        this.conversations = conversations;
        this.clock = clock;
    }

    /** Plans seeding a script without a name, see {@link #plan(Participant, Participant, List, Instant, String)}. */
    public SeedPlan plan(Participant from, Participant to, List<ScriptLine> lines, @Nullable Instant start) {
        return plan(from, to, lines, start, "conversation");
    }

    /**
     * Plans seeding a script.
     *
     * @param lines at least one line
     * @param start the time of the first message, one minute before the second; null for three hours ago, or earlier for a long
     *     script, so that a message sent now sorts last
     * @param script distinguishes several conversations between the same users
     * @throws InvalidInputException if both users are the same, there is no message, or the last message would be in the future
     */
    public SeedPlan plan(Participant from, Participant to, List<ScriptLine> lines, @Nullable Instant start, String script) {
        InvalidInputException violation = MessageRules.checkReceiver(from, to.handle(), to);
        if (violation != null) {
            throw violation;
        }
        if (lines.isEmpty()) {
            throw new InvalidInputException("script_empty", TEXT.get("script.empty", script), TEXT.get("script.remedy"));
        }
        String group = uuid(from.uuid() + "\n" + to.uuid() + "\n" + script);
        Instant first = (start == null ? defaultStart(lines.size()) : start).truncatedTo(ChronoUnit.MICROS);
        Instant wanted = first.plus(INTERVAL.multipliedBy(lines.size() - 1L));
        ConversationReplacementService.Findings found = conversations.find(group, from, to, wanted);
        Instant last = found.free();
        if (last.isAfter(clock.instant())) {
            throw new InvalidInputException(
                    "seed_future",
                    TEXT.get("seed.future", last.truncatedTo(ChronoUnit.SECONDS)),
                    TEXT.get("seed.future.remedy", lines.size() - 1));
        }
        return new SeedPlan(
                from,
                to,
                group,
                first,
                last,
                messages(from, to, lines, group, first, last),
                found.items(),
                found.otherConversation(),
                found.stream());
    }

    private Instant defaultStart(int messages) {
        Duration needed = INTERVAL.multipliedBy(messages).plus(MIN_AGE);
        return clock.instant().minus(needed.compareTo(DEFAULT_AGE) > 0 ? needed : DEFAULT_AGE).truncatedTo(ChronoUnit.MILLIS);
    }

    private static List<ScriptedMessage> messages(
            Participant from, Participant to, List<ScriptLine> lines, String group, Instant first, Instant last) {
        List<ScriptedMessage> messages = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            ScriptLine line = lines.get(i);
            Instant at = i == lines.size() - 1 ? last : first.plus(INTERVAL.multipliedBy(i));
            messages.add(new ScriptedMessage(uuid(group + "\n" + i), line.person() == 1 ? from : to, line.text(), at));
        }
        return messages;
    }

    /** Deterministic, so that a second run replaces the first. */
    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(("switchboard seed\n" + name).getBytes(StandardCharsets.UTF_8)).toString();
    }

    /**
     * Runs a plan. A second run replaces the first and writes no message twice.
     *
     * @param progress receives the number of messages written and their total
     * @throws dev.switchboard.failure.OperationCancelledException on request, with the number of messages written
     * @throws dev.switchboard.failure.PartialCompletionException if it failed partway, with the number of messages written
     */
    public SeedResult run(SeedPlan plan, Progress progress) {
        ConversationReplaceResult replaced = conversations.replace(plan.groupUuid(), plan.from(), plan.to(), plan.messages(), progress);
        return new SeedResult(plan.groupUuid(), replaced.messages(), replaced.deleted(), plan.last(), replaced.change());
    }
}

package dev.switchboard.doctor.inspection;

import dev.switchboard.conversations.MessagesTableReader;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Fact;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.dynamodb.read.PlanReader;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.read.ReadPosition;
import dev.switchboard.dynamodb.read.ReadSummary;
import dev.switchboard.job.ForwardingProgress;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One pass over the messages table, or over its first page, and what is read again because of it. */
final class MessagesTablePass {
    private static final Messages TEXT = Messages.of(MessagesTablePass.class);
    private final PlanReader plans;
    private final MessagesTableReader reader;
    private final ReadPlan plan;
    private final Set<DataCheck> checks;
    private final TableFacts facts;
    private final FindingSink sink;
    private final InstantSource clock;
    private final Progress progress;
    private double consumed;
    private boolean complete;

    /** Ends the reading after the first page. */
    private static final class FirstPageRead extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FirstPageRead() {
            super("the first page is read", null, false, false);
        }
    }

    MessagesTablePass(
            PlanReader plans, MessagesTableReader reader, ReadPlan plan, Set<DataCheck> checks, TableFacts facts, FindingSink sink,
            InstantSource clock, Progress progress) {
        this.plans = plans;
        this.reader = reader;
        this.plan = plan;
        this.checks = EnumSet.copyOf(checks);
        this.facts = facts;
        this.sink = sink;
        this.clock = clock;
        this.progress = progress;
    }

    /** Whether the whole table was read. */
    boolean isComplete() {
        return complete;
    }

    double consumedReadCapacity() {
        return consumed + reader.consumedReadCapacity();
    }

    /** Reads the table, or its first page, and runs the checks of single items. */
    void read(boolean full, long approximateItems) {
        progress.step(TEXT.get("data.step.scan"));
        try (PagePipeline pages = new PagePipeline(facts::add)) {
            ReadSummary read = plans.read(plan, ReadPosition.START, page -> {
                pages.accept(page.items());
                if (!full) {
                    pages.finish();
                }
                progress.advance(facts.items(), Math.max(approximateItems, facts.items()));
                if (!full) {
                    consumed += page.consumedReadCapacity();
                    complete = page.next() == null;
                    throw new FirstPageRead();
                }
            }, silent());
            pages.finish();
            consumed += read.consumedReadCapacity();
            complete = true;
        } catch (FirstPageRead e) {
            // A sample.
        }
    }

    /** The reader counts items against an unknown total; here the approximate one is known. */
    private Progress silent() {
        return new ForwardingProgress(progress) {
            @Override
            public void advance(long done, long total) {}
        };
    }

    /** Runs the checks of conversations and lists, after the whole table was read. */
    void compare() {
        progress.step(TEXT.get("data.step.conversations"));
        progress.advance(0, Progress.UNKNOWN);
        conversations();
        if (checks.contains(DataCheck.TIME_ORDER)) {
            Batches<String> lists = new Batches<>(owner -> ListOrder.confirm(reader, owner, progress), sink);
            ListOrder order = new ListOrder(lists::add);
            facts.byOwner(order::accept);
            order.end();
            lists.finish();
        }
        if (checks.contains(DataCheck.GROUP_DUPLICATE)) {
            Batches<Fact.RowFact> pairs = new Batches<>(suspect -> DuplicateGroups.confirm(reader, suspect), sink);
            DuplicateGroups duplicates = new DuplicateGroups(pairs::add);
            facts.byPair(duplicates::accept);
            pairs.finish();
        }
    }

    /** A conversation in which something was found, to be read again. */
    private record Suspect(ConversationEnd end, Set<DataCheck> suspected) {}

    private void conversations() {
        Instant began = clock.instant();
        ConversationConfirmer confirmer = new ConversationConfirmer(reader, checks(true), clock);
        Batches<Suspect> batches =
                new Batches<>(suspect -> confirmer.confirm(suspect.end(), suspect.suspected(), progress), sink);
        ConversationInspector inspector = new ConversationInspector(checks(false), (end, found) -> {
            facts.counts().group(end, began);
            if (!found.isEmpty()) {
                batches.add(new Suspect(end, found.stream().map(Finding::check).collect(Collectors.toCollection(HashSet::new))));
            }
        });
        long[] count = {0};
        facts.byGroup(fact -> {
            if (count[0]++ % 1_000 == 0) {
                progress.stopIfCancelled();
                progress.advance(count[0], facts.items());
            }
            inspector.accept(fact);
        });
        inspector.end();
        batches.finish();
    }

    private List<ConversationCheck> checks(boolean exact) {
        return List.<ConversationCheck>of(
                new OneSidedGroups(), new GroupsWithoutMessages(), new MessagesWithoutGroup(), new StaleGroupRows(),
                new ForeignSenders(), new DuplicateMessages(), new OrderOfMessages(exact))
                .stream()
                .filter(check -> checks.contains(check.check()))
                .toList();
    }
}

package dev.switchboard.seeding.load;

import dev.switchboard.conversations.ConversationReplacementService;
import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.ItemSize;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.seeding.load.LoadCheckpoint.StoppedLoad;
import dev.switchboard.settings.EnvironmentPolicy;
import dev.switchboard.settings.Home;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes synthetic users to PostgreSQL, with {@code MOCK} as their Cognito ID, and conversations between them to the messages table. It is
 * generated as it is written, so that memory does not depend on its size. Thread-safe.
 */
public final class DataLoader {
    static final String OPERATION = "seed load";
    private static final Messages TEXT = Messages.of(DataLoader.class);
    private static final int SAMPLES = 2000;
    private static final int SAMPLE_USERS = 8;
    /** The conversations that are looked for to find out whether the load was written before, in part or as a whole. */
    private static final int PROBES = 64;
    private final ItemStore store;
    private final Tables tables;
    private final BatchWriter writer;
    private final ConversationReplacementService conversations;
    private final Database database;
    private final EnvironmentPolicy policy;
    private final String table;
    private final Home home;

    /**
     * Creates the service of one session.
     *
     * @param table the messages table
     */
    public DataLoader(
            ItemStore store,
            Tables tables,
            BatchWriter writer,
            Database database,
            EnvironmentPolicy policy,
            String table,
            Home home) {
        this.store = store;
        this.tables = tables;
        this.writer = writer;
        this.database = database;
        this.policy = policy;
        this.table = table;
        this.home = home;
        conversations = new ConversationReplacementService(store, writer, table);
    }

    /**
     * Why synthetic data cannot be written to this environment; null if it can.
     *
     * @return what {@link #run} would throw, for a caller that shows it before
     */
    public @Nullable OperationRefusedException refusal() {
        return policy.syntheticData()
                ? null
                : new OperationRefusedException(
                        TEXT.get("load.refused", policy.environment().code()), TEXT.get("load.refused.remedy"));
    }

    /**
     * Plans a load; only reads.
     *
     * @param rate the limit in write capacity units per second; null for the environment's share of the table's capacity
     * @throws OperationRefusedException if this environment does not accept synthetic data
     * @throws dev.switchboard.failure.OperationFailedException if the messages table does not exist
     */
    public LoadPlan plan(LoadSpec spec, @Nullable Double rate) {
        check();
        TableDetails details = tables.describe(table);
        long sampled = 0;
        long bytes = 0;
        long units = 0;
        for (LoadItems items = new LoadItems(spec, 0); items.hasNext() && sampled < SAMPLES; sampled++) {
            long size = ItemSize.of(items.next().item());
            bytes += size;
            units += ItemSize.writeUnits(size);
        }
        double share = sampled == 0 ? 0 : (double) spec.items() / sampled;
        @Nullable StoppedLoad stopped = checkpoint(details).read();
        return new LoadPlan(spec, table, Math.round(bytes * share), Math.round(units * share), rate(rate, details), isRepeated(spec),
                stopped == null ? null : stopped.spec(), stopped == null ? 0 : stopped.written(), samples(spec));
    }

    private static List<LoadPlan.SampleUser> samples(LoadSpec spec) {
        int[] conversations = new int[Math.min(SAMPLE_USERS, spec.users())];
        GroupPairs pairs = new GroupPairs(spec);
        for (int group = 0; group < spec.groups(); group++) {
            pairs.next();
            if (pairs.first() < conversations.length) {
                conversations[pairs.first()]++;
            }
            if (pairs.second() < conversations.length) {
                conversations[pairs.second()]++;
            }
        }
        List<LoadPlan.SampleUser> samples = new ArrayList<>();
        for (int rank = 0; rank < conversations.length; rank++) {
            LoadUser user = LoadUser.of(spec.random(), rank);
            samples.add(new LoadPlan.SampleUser(
                    user.participant().handle(), user.participant().displayName(), conversations[rank]));
        }
        return samples;
    }

    /**
     * Writes a load. Running it again writes what is missing, and nothing over what is there.
     *
     * @param rate the limit in write capacity units per second; null for the environment's share of the table's capacity
     * @param resume whether to begin where the last run of the same load was stopped
     * @param progress receives the number of items written and their total
     * @throws OperationRefusedException if this environment does not accept synthetic data or is locked
     * @throws InvalidInputException if it is to be resumed and no load of this specification was stopped
     * @throws dev.switchboard.failure.OperationCancelledException on request, with the number of items written
     * @throws dev.switchboard.failure.PartialCompletionException if it failed partway, with the number of items written
     */
    public LoadResult run(LoadSpec spec, @Nullable Double rate, boolean resume, Progress progress) {
        check();
        TableDetails details = tables.describe(table);
        LoadCheckpoint checkpoint = checkpoint(details);
        @Nullable StoppedLoad stopped = checkpoint.read();
        if (resume && (stopped == null || !stopped.spec().equals(spec))) {
            throw notStopped(stopped);
        }
        long added = new LoadUserWriter(database).write(spec, progress);
        StoppedLoad start = resume && stopped != null ? stopped : new StoppedLoad(spec, 0, !isRepeated(spec));
        CapacityLimiter limiter = CapacityLimiter.writes(rate == null ? CapacityLimiter.USUAL : rate, details, policy);
        return new LoadWriter(table, store, writer, conversations, checkpoint, limiter, progress, start, resume).run(added);
    }

    private static InvalidInputException notStopped(@Nullable StoppedLoad stopped) {
        if (stopped == null) {
            return new InvalidInputException("load_none_stopped", TEXT.get("load.none-stopped"), TEXT.get("load.none-stopped.remedy"));
        }
        LoadSpec other = stopped.spec();
        return new InvalidInputException(
                "load_other_stopped",
                TEXT.get("load.other-stopped", other.users(), other.groups(), other.messages(), String.valueOf(other.randomSeed())),
                TEXT.get("load.other-stopped.remedy"));
    }

    private void check() {
        @Nullable OperationRefusedException refusal = refusal();
        if (refusal != null) {
            throw refusal;
        }
    }

    private double rate(@Nullable Double wanted, TableDetails details) {
        return wanted == null ? details.writeCapacity() * policy.writeShare() : wanted;
    }

    private LoadCheckpoint checkpoint(TableDetails details) {
        return new LoadCheckpoint(home.root().resolve("transfers"), details.arn() + "\n" + database.url().target());
    }

    /** Whether one of some conversations has messages. The UUIDs are of this load, so only an earlier run can have written them. */
    private boolean isRepeated(LoadSpec spec) {
        LoadRandom random = spec.random();
        int step = Math.max(1, spec.groups() / PROBES);
        for (int group = 0; group < spec.groups(); group += step) {
            if (conversations.hasMessages(random.uuid(LoadRandom.Use.GROUP, group))) {
                return true;
            }
        }
        return false;
    }
}

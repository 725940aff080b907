package dev.switchboard.doctor.inspection;

import dev.switchboard.conversations.MessagesTableReader;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.DataSummary;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.doctor.data.Findings;
import dev.switchboard.doctor.data.StoredFindings;
import dev.switchboard.doctor.users.DuplicateHandles;
import dev.switchboard.doctor.users.MissingCognitoIds;
import dev.switchboard.doctor.users.SharedCognitoIds;
import dev.switchboard.doctor.users.StaleCognitoIds;
import dev.switchboard.doctor.users.UnmatchedPoolUsers;
import dev.switchboard.doctor.users.UsersAndPool;
import dev.switchboard.doctor.users.UsersCheck;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.job.Progress;
import dev.switchboard.job.RateControl;
import dev.switchboard.text.Messages;
import dev.switchboard.users.UserPool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Checks the data of the three stores. Writes nothing. Memory does not grow with the messages table. Thread-safe. */
public final class DataDoctor {
    private static final Messages TEXT = Messages.of(DataDoctor.class);
    private final DataServices services;

    public DataDoctor(DataServices services) {
        this.services = services;
    }

    /**
     * Runs checks.
     *
     * @param full whether everything is read; otherwise at most one page of the messages table and of the user pool
     * @param rate read capacity units per second; 0 for no limit, negative for the default of the environment
     * @return the report, which the caller closes
     * @throws dev.switchboard.failure.OperationCancelledException if it was stopped on request
     */
    public DataReport run(Set<DataCheck> checks, boolean full, double rate, Progress progress) {
        SpillFolder folder = SpillFolder.create();
        Map<DataCheck, StoredFindings> findings = new EnumMap<>(DataCheck.class);
        checks.forEach(check -> findings.put(check, new StoredFindings(folder.path(), check)));
        Runnable files = () -> {
            findings.values().forEach(StoredFindings::close);
            folder.close();
        };
        try {
            Run run = new Run(checks, full, rate, folder, findings, progress);
            DataSummary summary = run.items();
            run.users();
            List<DataOutcome> outcomes = checks.stream().sorted().map(check -> Objects.requireNonNull(run.outcomes.get(check))).toList();
            if (findings.values().stream().anyMatch(StoredFindings::hasFile)) {
                return new DataReport(outcomes, summary, files);
            }
            files.run();
            return new DataReport(outcomes, summary, () -> {});
        } catch (RuntimeException e) {
            files.run();
            throw e;
        }
    }

    /** One run. */
    private final class Run {
        private final Set<DataCheck> checks;
        private final boolean full;
        private final double rate;
        private final SpillFolder folder;
        private final Map<DataCheck, StoredFindings> findings;
        private final Progress progress;
        private final Map<DataCheck, DataOutcome> outcomes = new EnumMap<>(DataCheck.class);

        Run(
                Set<DataCheck> checks, boolean full, double rate, SpillFolder folder, Map<DataCheck, StoredFindings> findings,
                Progress progress) {
            this.checks = checks;
            this.full = full;
            this.rate = rate;
            this.folder = folder;
            this.findings = findings;
            this.progress = progress;
        }

        private void found(Finding finding) {
            Objects.requireNonNull(findings.get(finding.check())).add(finding);
        }

        DataSummary items() {
            Set<DataCheck> own = EnumSet.noneOf(DataCheck.class);
            checks.stream().filter(DataCheck::readsItems).forEach(own::add);
            if (own.isEmpty()) {
                return DataSummary.NONE;
            }
            Instant began = services.clock().instant();
            long started = System.nanoTime();
            TableDetails table = services.plans().table(services.messagesTable());
            // A sample is one page; at a low rate it would be of a few items.
            double limit = full ? (rate < 0 ? services.plans().usualRate(table, null) : rate) : 0;
            MessagesTableReader reader = new MessagesTableReader(services.items(), services.messagesTable());
            CapacityLimiter reads = new CapacityLimiter(RateControl.Unit.READ, limit, table.readCapacity());
            try (CapacityScope _ = CapacityScope.ofReads(reads, progress);
                    TableFacts facts = new TableFacts(folder.path(), itemChecks(own), this::found)) {
                ReadPlan plan = ReadPlan.scan(services.messagesTable()).rated(limit);
                MessagesTablePass pass =
                        new MessagesTablePass(services.plans(), reader, plan, own, facts, this::found, services.clock(), progress);
                pass.read(full, table.approximateItems());
                if (pass.isComplete()) {
                    pass.compare();
                }
                Duration took = Duration.ofNanos(System.nanoTime() - started);
                for (DataCheck check : own) {
                    boolean skipped = !pass.isComplete() && check.source() == DataCheck.Source.CONVERSATION;
                    outcome(check, skipped, "data.needs-full", facts.items(), pass.isComplete(), took);
                }
                return facts.counts().summary(began, pass.isComplete(), facts.items(), pass.consumedReadCapacity());
            }
        }

        private List<ItemCheck> itemChecks(Set<DataCheck> own) {
            List<ItemCheck> all = new ArrayList<>(List.of(new UnknownItems(), new UnreadableTimes()));
            if (own.contains(DataCheck.USER_UNKNOWN) || own.contains(DataCheck.USER_RENAMED)) {
                UserIndex users = new UserIndex(services.users());
                all.add(new UnknownUsers(users));
                all.add(new RenamedUsers(users));
            }
            all.removeIf(check -> !own.contains(check.check()));
            return all;
        }

        void users() {
            List<UsersCheck> own = List.<UsersCheck>of(
                    new MissingCognitoIds(), new StaleCognitoIds(), new SharedCognitoIds(), new UnmatchedPoolUsers(),
                    new DuplicateHandles())
                    .stream()
                    .filter(check -> checks.contains(check.check()))
                    .toList();
            if (own.isEmpty()) {
                return;
            }
            progress.stopIfCancelled();
            progress.step(TEXT.get("data.step.users"));
            long started = System.nanoTime();
            UserPool.PoolPage page = full ? new UserPool.PoolPage(services.pool().all(progress), true) : services.pool().firstPage();
            UsersAndPool all = new UsersAndPool(services.users().all(), page.users(), page.complete());
            for (UsersCheck check : own) {
                boolean skipped = check.needsWholePool() && !all.poolComplete();
                if (!skipped) {
                    check.users(all, this::found);
                }
                Duration took = Duration.ofNanos(System.nanoTime() - started);
                outcome(check.check(), skipped, "data.needs-full.pool", all.users().size(), true, took);
            }
        }

        private void outcome(DataCheck check, boolean skipped, String why, long checked, boolean complete, Duration took) {
            Findings found = Objects.requireNonNull(findings.get(check));
            String sample = complete ? "" : ".sample";
            String detail = skipped ? TEXT.get(why)
                    : found.count() == 0 ? TEXT.get("data.ok" + sample, checked) : TEXT.get("data.found" + sample, found.count(), checked);
            outcomes.put(check, new DataOutcome(check, skipped, found, detail, took));
        }
    }
}

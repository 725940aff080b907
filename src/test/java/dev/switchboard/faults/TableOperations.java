package dev.switchboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.ConversationFixture;
import dev.switchboard.conversations.ConversationQueries;
import dev.switchboard.conversations.ConversationReplacing;
import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.Page;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.dynamodb.BackupFile;
import dev.switchboard.dynamodb.Backups;
import dev.switchboard.dynamodb.BatchWriter;
import dev.switchboard.dynamodb.Item;
import dev.switchboard.dynamodb.ItemStore;
import dev.switchboard.dynamodb.PageKey;
import dev.switchboard.dynamodb.ScanOptions;
import dev.switchboard.dynamodb.Scans;
import dev.switchboard.dynamodb.Tables;
import dev.switchboard.environment.AwsClients;
import dev.switchboard.environment.Environment;
import dev.switchboard.failure.Explanation;
import dev.switchboard.job.Progress;
import dev.switchboard.seeding.ScriptLine;
import dev.switchboard.seeding.Seeder;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is done to DynamoDB. */
final class TableOperations {
    private static final int ROWS = 104;
    private static final String GROUP = "g";
    private static final Pattern FIRST_NUMBER = Pattern.compile("(\\d+)");

    private TableOperations() {}

    /** Has a table of its own with a conversation in it. */
    abstract static class OnTable implements Operation {
        ConversationFixture fixture = fixture();
        Path folder = Path.of("none");

        private static ConversationFixture fixture() {
            return new ConversationFixture(TestEngines.everyDynamoDb().getFirst(), false);
        }

        @Override
        public URI engine() {
            return fixture.endpoint();
        }

        @Override
        public Object alone() {
            return this;
        }

        @Override
        public void prepare() throws Exception {
            folder = Files.createTempDirectory(Path.of(System.getProperty("switchboard.build")), "faults");
            List<Item> rows = new ArrayList<>(IntStream.range(0, ROWS)
                    .mapToObj(i -> ConversationFixture.message(
                            GROUP, "2026-11-20T08:%02d:%02d.000000+00:00".formatted(i / 60, i % 60), "m" + i, ConversationFixture.ADA, "text " + i))
                    .toList());
            rows.add(ConversationFixture.group(ConversationFixture.ADA, ConversationFixture.EMRE, GROUP, "2026-11-20T08:01:43.000000+00:00", "text"));
            rows.add(ConversationFixture.group(ConversationFixture.EMRE, ConversationFixture.ADA, GROUP, "2026-11-20T08:01:43.000000+00:00", "text"));
            fixture.write(rows.toArray(Item[]::new));
        }

        Tables tables(AwsClients clients) {
            return new Tables(clients, backups(clients));
        }

        Backups backups(AwsClients clients) {
            return new Backups(clients, folder);
        }

        boolean isThere() {
            return fixture.tables.find(fixture.table).isPresent();
        }

        AwsClients direct() {
            return TestAws.clients(engine());
        }

        void isWhole() {
            assertThat(fixture.all()).as("nothing lost, nothing doubled").hasSize(ROWS + 2);
        }

        List<Path> files() throws Exception {
            try (Stream<Path> files = Files.list(folder)) {
                return files.toList();
            }
        }

        void everyFileIsWhole() throws Exception {
            assertThat(files()).as("no half file").noneMatch(file -> file.toString().endsWith(".part"));
            assertThat(backups(direct()).list()).hasSize(files().size()).allMatch(file -> file.items() == ROWS + 2);
        }
    }

    private static boolean saysUnknown(Explanation failure) {
        return failure.sentence().matches("(?s).*(not known|may have been|could not be).*");
    }

    private static long number(Explanation failure) {
        Matcher matcher = FIRST_NUMBER.matcher(failure.sentence());
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    static final class Seeding extends OnTable {
        @Override
        public void prepare() {}

        private Seeder seeder(AwsClients clients) {
            return new Seeder(
                    new ConversationReplacing(new ItemStore(clients), tables(clients), new BatchWriter(clients), fixture.table),
                    InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z")));
        }

        @Override
        public void run(AwsClients clients, Progress progress) {
            Seeder seeder = seeder(clients);
            List<ScriptLine> lines = IntStream.range(0, ROWS).mapToObj(i -> new ScriptLine(i + 1, 1 + i % 2, "line " + i)).toList();
            seeder.run(seeder.plan(ConversationFixture.ADA, ConversationFixture.EMRE, lines, null), progress);
        }

        @Override
        public void check(@Nullable Explanation failure) {
            if (failure != null) {
                long messages = fixture.all().stream().filter(row -> String.valueOf(row.string("pk")).startsWith("MSG#")).count();
                if (saysUnknown(failure)) {
                    assertThat(messages).as(failure.sentence()).isGreaterThanOrEqualTo(number(failure));
                } else {
                    assertThat(messages).as(failure.sentence()).isEqualTo(number(failure));
                }
                run(direct(), Progress.NONE);
            }
            isWhole();
            assertThat(fixture.all().stream().filter(row -> String.valueOf(row.string("pk")).startsWith("GRP#"))).hasSize(2);
        }
    }

    static final class Send extends OnTable {
        @Override
        public void run(AwsClients clients, Progress progress) {
            fixture.sendingThrough(clients, InstantSource.system()).send(GROUP, ConversationFixture.ADA, "once");
        }

        @Override
        public void check(@Nullable Explanation failure) {
            List<Item> sent = fixture.all().stream().filter(row -> "once".equals(row.string("message"))).toList();
            // The message itself, and the row of each of the two.
            if (failure == null) {
                assertThat(sent).hasSize(3);
            } else if (!sent.isEmpty()) {
                assertThat(sent).hasSize(3);
                assertThat(failure.sentence()).contains("not known");
            }
            assertThat(fixture.all()).as("nothing lost, nothing doubled").hasSize(sent.isEmpty() ? ROWS + 2 : ROWS + 3);
        }
    }

    static final class Drop extends OnTable {
        @Override
        public void run(AwsClients clients, Progress progress) {
            tables(clients).drop(fixture.table, fixture.table, true, progress);
        }

        @Override
        public void check(@Nullable Explanation failure) throws Exception {
            everyFileIsWhole();
            if (failure == null) {
                assertThat(isThere()).isFalse();
            } else if (isThere()) {
                isWhole();
                assertThat(failure.sentence()).containsAnyOf("not known", "nothing was deleted", "as it was", "could not be seen");
                return;
            } else {
                assertThat(failure.sentence()).containsAnyOf("not known", "told to delete", "goes on deleting");
                assertThat(failure.remedy()).contains(files().getFirst().toString());
            }
            backups(direct()).restore(files().getFirst(), null, Progress.NONE);
            isWhole();
        }
    }

    static final class Backup extends OnTable {
        @Override
        public void run(AwsClients clients, Progress progress) {
            backups(clients).backup(fixture.table, null, progress);
        }

        @Override
        public void check(@Nullable Explanation failure) throws Exception {
            everyFileIsWhole();
            assertThat(files()).hasSize(failure == null ? 1 : 0);
            isWhole();
        }
    }

    static final class Restore extends OnTable {
        @Override
        public void prepare() throws Exception {
            super.prepare();
            tables(direct()).drop(fixture.table, fixture.table, true, Progress.NONE);
        }

        private BackupFile backup() {
            return backups(direct()).list().getFirst();
        }

        @Override
        public void run(AwsClients clients, Progress progress) {
            backups(clients).restore(backup().file(), null, progress);
        }

        @Override
        public void check(@Nullable Explanation failure) throws Exception {
            if (failure != null) {
                if (isThere() && !saysUnknown(failure)) {
                    Matcher written = Pattern.compile("(\\d+) (writes|items)").matcher(failure.sentence());
                    assertThat(fixture.all()).as(failure.sentence()).hasSize(written.find() ? Integer.parseInt(written.group(1)) : 0);
                }
                if (isThere()) {
                    tables(direct()).drop(fixture.table, fixture.table, false, Progress.NONE);
                }
                run(direct(), Progress.NONE);
            }
            isWhole();
            everyFileIsWhole();
        }
    }

    static final class Scan extends OnTable {
        private final List<Item> read = new CopyOnWriteArrayList<>();

        @Override
        public void run(AwsClients clients, Progress progress) {
            new Scans(clients, Environment.DEV).scan(fixture.table, new ScanOptions(0, 2, 0), page -> read.addAll(page.items()), progress);
        }

        @Override
        public void check(@Nullable Explanation failure) {
            assertThat(new HashSet<>(read)).as("nothing doubled").hasSize(read.size());
            assertThat(read.size()).as("nothing lost").isLessThanOrEqualTo(ROWS + 2);
            if (failure == null) {
                assertThat(read).hasSize(ROWS + 2);
            }
        }
    }

    static final class Paging extends OnTable {
        private final List<Message> read = new CopyOnWriteArrayList<>();

        @Override
        public void run(AwsClients clients, Progress progress) {
            ConversationQueries queries = new ConversationQueries(new ItemStore(clients), fixture.table);
            @Nullable PageKey from = null;
            do {
                Page<Message> page = queries.messages(GROUP, new TimeRange.All(), 20, from);
                read.addAll(page.rows());
                from = page.next();
            } while (from != null);
        }

        @Override
        public void check(@Nullable Explanation failure) {
            Set<String> uuids = new HashSet<>();
            read.forEach(message -> uuids.add(message.uuid()));
            assertThat(uuids).as("nothing doubled").hasSize(read.size());
            if (failure == null) {
                assertThat(read).hasSize(ROWS);
            }
        }
    }

}

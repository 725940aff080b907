package dev.switchboard.seeding.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.conversations.MessageRules;
import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.conversations.MessagesTableItem.GroupMessage;
import dev.switchboard.conversations.MessagesTableItem.GroupRow;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.conversations.Participant;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.ForwardingProgress;
import dev.switchboard.job.Progress;
import dev.switchboard.job.RateControl;
import dev.switchboard.journal.Intent;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.testing.RecordedProgress;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.users.User;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Synthetic loads: what they consist of, and writing, stopping, resuming and repeating them. */
@Timeout(120)
class DataLoaderTest {
    private static final LoadSpec SMALL = new LoadSpec(40, 60, 700, 7);

    @TempDir
    private Path folder;

    private final String table = TestAws.tableName("load");
    @AutoClose private Session session;

    @BeforeEach
    void open() {
        PostgresEngine postgres = TestEngines.freshDatabase();
        String url = postgres.url().replace("@", ":" + postgres.password() + "@");
        Map<Setting, String> settings = Map.of(
                Setting.DYNAMODB_ENDPOINT, TestEngines.dynamoDb().toString(), Setting.MESSAGES_TABLE, table, Setting.POSTGRES_URL, url);
        Home home = new Home(folder.resolve("home"));
        session = new Session(
                home, Settings.resolve(Environment.DEV, settings, Map.of(), SettingsFile.read(home.settingsFile())),
                InstantSource.system());
        session.databaseSetup().loadSchema(Progress.NONE);
        session.tables().create(MessagesTablePreset.of(table, true, false, true), Progress.NONE);
    }

    private static List<Item> generated(LoadSpec spec, long from) {
        List<Item> items = new ArrayList<>();
        new LoadItems(spec, from).forEachRemaining(each -> items.add(each.item()));
        return items;
    }

    private Set<Item> stored() {
        Set<Item> items = new HashSet<>();
        session.scans().read(table, new ScanOptions(Long.MAX_VALUE, 1, ScanOptions.USUAL_RATE), true, page -> {
            synchronized (items) {
                items.addAll(page.items());
            }
        }, Progress.NONE);
        return items;
    }

    private LoadResult run(LoadSpec spec, boolean resume, Progress progress) {
        return session.loader().run(spec, null, resume, progress);
    }

    @Test
    void theSameSpecificationMeansTheSameItemsFromAnyPositionOn() {
        List<Item> all = generated(SMALL, 0);
        assertThat(all).hasSize((int) SMALL.items()).doesNotHaveDuplicates().isEqualTo(generated(SMALL, 0));
        for (long from : List.of(1L, 333L, SMALL.items() - 1, SMALL.items())) {
            assertThat(generated(SMALL, from)).isEqualTo(all.subList((int) from, all.size()));
        }
        for (LoadSpec other : List.of(new LoadSpec(40, 60, 700, 8), new LoadSpec(40, 60, 701, 7), new LoadSpec(41, 60, 700, 7))) {
            assertThat(generated(other, 0)).doesNotContainAnyElementsOf(all);
        }
    }

    @Test
    void fewUsersHaveMostOfTheMessagesAndMostHaveFew() {
        LoadSpec spec = new LoadSpec(500, 2000, 40_000, 1);
        Map<String, Integer> sent = new HashMap<>();
        Map<String, Integer> listed = new HashMap<>();
        Set<Set<String>> pairs = new HashSet<>();
        List<Integer> hours = new ArrayList<>();
        TreeSet<Integer> lengths = new TreeSet<>();
        generated(spec, 0).forEach(item -> {
            switch (MessagesTableItem.read(item)) {
                case GroupMessage message -> {
                    sent.merge(message.sender().uuid(), 1, Integer::sum);
                    hours.add(message.time().instant().atOffset(ZoneOffset.UTC).getHour());
                    lengths.add(MessageRules.length(message.text()));
                    assertThat(MessageRules.check(message.text())).isNull();
                }
                case GroupRow row -> {
                    listed.merge(row.owner(), 1, Integer::sum);
                    pairs.add(Set.of(row.owner(), row.other().uuid()));
                }
                case MessagesTableItem.Unknown unknown -> throw new AssertionError(unknown.reason());
            }
        });
        List<Integer> bySender = sent.values().stream().sorted(Comparator.reverseOrder()).toList();
        assertThat(bySender.stream().limit(spec.users() / 10).mapToInt(count -> count).sum())
                .as("messages of the most active tenth of the users")
                .isBetween(spec.users() * 40, (int) (spec.messages() * 0.9));
        assertThat(pairs).as("two users have one conversation").hasSize(spec.groups());
        assertThat(listed.values().stream().mapToInt(count -> count).max().orElseThrow()).isGreaterThan(200);
        assertThat(listed.values().stream().filter(count -> count <= 5).count()).isGreaterThan(spec.users() / 2);
        assertThat(hours.stream().filter(hour -> hour < 6).count()).as("at night").isLessThan(spec.messages() / 20);
        assertThat(lengths.first()).isLessThan(5);
        assertThat(lengths.last()).isGreaterThan(900);
    }

    @Test
    void timesAscendWithinAConversationAndNoListHasOneTwice() {
        for (LoadSpec spec : List.of(new LoadSpec(50, 300, 3000, 1), new LoadSpec(2, 1, 10_000, 3), new LoadSpec(3, 3, 3, 1))) {
            Map<String, String> newest = new HashMap<>();
            Set<Item> keys = new HashSet<>();
            generated(spec, 0).forEach(item -> {
                String time = item.string("sk");
                assertThat(keys.add(item.only(List.of("pk", "sk")))).as("%s", item).isTrue();
                switch (MessagesTableItem.read(item)) {
                    case GroupMessage message -> {
                        String before = newest.put(message.group(), time);
                        assertThat(before == null || before.compareTo(time) < 0).as("%s after %s", time, before).isTrue();
                        assertThat(message.time().anomalies()).isEmpty();
                    }
                    case GroupRow row -> assertThat(time).isEqualTo(newest.get(row.group()));
                    case MessagesTableItem.Unknown unknown -> throw new AssertionError(unknown.reason());
                }
            });
        }
    }

    @Test
    void itsRateIsShownWhileItIsWritten() {
        List<RateControl.Unit> shown = new ArrayList<>();
        run(SMALL, false, new ForwardingProgress(Progress.NONE) {
            @Override
            public void rateStarted(RateControl rate) {
                shown.add(rate.unit());
            }
        });
        assertThat(shown).contains(RateControl.Unit.WRITE);
    }

    @Test
    void namesAreOfSeveralScriptsAndHandlesDiffer() {
        List<LoadUser> users = IntStream.range(0, 3000).mapToObj(rank -> LoadUser.of(SMALL.random(), rank)).toList();
        assertThat(users).extracting(user -> user.participant().handle()).doesNotHaveDuplicates()
                .allMatch(handle -> handle.matches("[a-z0-9_]+"));
        assertThat(users).extracting(user -> user.participant().uuid()).doesNotHaveDuplicates();
        assertThat(users.stream()
                .map(user -> Character.UnicodeScript.of(user.participant().displayName().codePointAt(0)))
                .collect(Collectors.toSet()))
                .contains(Character.UnicodeScript.LATIN, Character.UnicodeScript.CYRILLIC, Character.UnicodeScript.HAN,
                        Character.UnicodeScript.ARABIC, Character.UnicodeScript.DEVANAGARI);
        assertThat(Language.ALL.stream().mapToInt(Language::percent).sum()).isEqualTo(100);
    }

    @Test
    void aLoadIsInBothStoresAndTheJournalHasNoneOfItsItems() throws Exception {
        RecordedProgress progress = new RecordedProgress();
        LoadResult result = run(SMALL, false, progress);
        assertThat(result).isEqualTo(new LoadResult(SMALL, 40, 0, SMALL.items(), 0, 0, result.change()));
        assertThat(progress.done()).isEqualTo(progress.total()).isEqualTo(SMALL.items());
        assertThat(stored()).isEqualTo(Set.copyOf(generated(SMALL, 0)));
        List<User> users = session.users().all();
        assertThat(users).hasSize(40).allMatch(user -> user.missing().isEmpty() && User.MOCK.equals(user.cognitoSub()));
        assertThat(users.stream().map(Participant::of).map(Participant::handle)).contains(
                LoadUser.of(SMALL.random(), 0).participant().handle());
        try (var journal = Files.walk(folder.resolve("home/journal"))) {
            assertThat(journal.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum()).isLessThan(10_000);
        }
        assertThat(session.changes().get(result.change()).noUndoReason()).contains("can be generated again");
        assertThat(folder.resolve("home/transfers")).isEmptyDirectory();
    }

    @Test
    void aStoppedLoadSaysWhatIsWrittenAndIsResumed() {
        LoadSpec spec = new LoadSpec(60, 200, 10_600, 1);
        assertThatThrownBy(() -> run(spec, false, new RecordedProgress(done -> done >= 10_300)))
                .isInstanceOf(OperationCancelledException.class)
                .hasMessageContaining("At least 10,000 of 11,000 items are written. Resume it");
        int before = stored().size();
        assertThat(before).isBetween(10_250, 10_999);
        LoadPlan plan = session.loader().plan(spec, 100.0);
        assertThat(plan.isResumable()).isTrue();
        assertThat(plan.stoppedAt()).isEqualTo(10_000);
        assertThat(plan.leastTime().toSeconds()).isBetween(110L, 130L);
        assertThatThrownBy(() -> run(SMALL, true, Progress.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has 60 users, 200 conversations, 10,600 messages and the random seed 1");
        LoadResult rest = run(spec, true, Progress.NONE);
        assertThat(rest.resumedAt()).isEqualTo(10_000);
        assertThat(rest.unchanged()).isEqualTo(before - 10_000);
        assertThat(rest.written()).isEqualTo(spec.items() - before);
        assertThat(stored()).isEqualTo(Set.copyOf(generated(spec, 0)));
        assertThatThrownBy(() -> run(spec, true, Progress.NONE)).hasMessageContaining("No load into this table was stopped");
    }

    @Test
    void aRepeatedLoadWritesWhatIsMissingAndNothingOverWhatChanged() {
        run(SMALL, false, Progress.NONE);
        List<Item> items = generated(SMALL, 0);
        GroupRow row = (GroupRow) MessagesTableItem.read(items.getLast());
        Item edited = items.getFirst().with("message", "edited");
        ItemStore store = session.items();
        store.transact(table, List.of(new Write.Put(edited, false)), "edit");
        store.transact(table, List.of(new Write.Delete(items.get(1).only(List.of("pk", "sk")), Map.of())), "drop");
        Participant sender = session.users().all().stream()
                .filter(user -> user.uuid().equals(row.owner())).map(Participant::of).findFirst().orElseThrow();
        session.sending().send(row.group(), sender, "and since then");
        Set<Item> before = stored();

        assertThat(session.loader().plan(SMALL, null).repeated()).isTrue();
        LoadResult again = run(SMALL, false, Progress.NONE);
        assertThat(again).isEqualTo(new LoadResult(SMALL, 0, 0, 1, SMALL.items() - 4, 3, again.change()));
        before.add(items.get(1));
        assertThat(stored()).as("the edited message and the moved group items are as they were").isEqualTo(before);
        assertThat(session.changes().undo(again.change(), Progress.NONE).restored()).isEqualTo(1);
    }

    @Test
    void usersThatWereRenamedSinceKeepTheirNamesAndNothingIsWritten() {
        run(new LoadSpec(3, 0, 0, 1), false, Progress.NONE);
        assertThat(run(new LoadSpec(3, 0, 0, 1), false, Progress.NONE).usersAdded()).isZero();
        session.database().changing(
                Intent.event("rename", "Renaming.", "no"), List.of(),
                transaction -> transaction.execute("rename", "UPDATE users SET display_name = 'X' WHERE handle LIKE '%0'", 1).count(),
                String::valueOf);
        assertThatThrownBy(() -> run(new LoadSpec(3, 0, 0, 1), false, Progress.NONE))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("been renamed since they were added. Nothing was written.");
    }

    @Test
    void sizesThatNoDataCanHaveAreRefused() {
        assertThatThrownBy(() -> new LoadSpec(3, 4, 4, 1)).hasMessageContaining("3 users can have at most 3 conversations");
        assertThatThrownBy(() -> new LoadSpec(3, 2, 1, 1))
                .hasMessageContaining("2 conversations need at least 2 messages, but there are 1");
        assertThatThrownBy(() -> new LoadSpec(3, 0, 5, 1)).hasMessageContaining("Without conversations there are no messages");
        assertThatThrownBy(() -> new LoadSpec(0, 0, 0, 1)).hasMessageContaining("between 1 and 10,000,000");
    }
}

package dev.switchboard.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.ConversationStartResult;
import dev.switchboard.conversations.Participant;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.ComparisonResult;
import dev.switchboard.journal.Entry;
import dev.switchboard.journal.OutcomeState;
import dev.switchboard.seeding.ScriptLine;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.JavaProcess;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.users.User;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console that is killed in the middle of a write leaves a journal from which, held against the table, one can say what happened. */
class JournalKilledTest {
    @TempDir
    Path home;

    @AutoClose private final InterceptingProxy between = new InterceptingProxy(TestEngines.dynamoDb());

    @AutoClose private SessionFixture fixture;

    private final AtomicReference<ProcessHandle> victim = new AtomicReference<>();

    @BeforeEach
    void open() {
        fixture = new SessionFixture(home, TestEngines.dynamoDb()).withUsers().withTable(false);
    }

    /** The console that will be killed: it seeds, or sends into a conversation, and never comes to an end. */
    public static final class Victim {
        public static void main(String[] arguments) {
            Map<Setting, String> settings = new HashMap<>();
            for (int i = 2; i < arguments.length; i += 2) {
                settings.put(Setting.valueOf(arguments[i]), arguments[i + 1]);
            }
            settings.put(Setting.POSTGRES_URL, System.getenv("VICTIM_POSTGRES"));
            Home folder = new Home(Path.of(arguments[0]));
            SettingsFile none = SettingsFile.read(folder.settingsFile());
            try (Session session =
                    new Session(folder, Settings.resolve(Environment.DEV, settings, Map.of(), none), InstantSource.system())) {
                if (arguments[1].equals("seed")) {
                    List<ScriptLine> lines =
                            IntStream.range(0, 3_000).mapToObj(i -> new ScriptLine(i + 1, i % 2 + 1, "line " + i)).toList();
                    session.seeder().run(session.seeder().plan(person(session, "ada"), person(session, "bruno"), lines, null),
                            Progress.NONE);
                } else {
                    session.sending().send(arguments[1], person(session, "bruno"), "the last words");
                }
            }
        }

        private static Participant person(Session session, String handle) {
            User user = session.users().byHandle(handle).orElseThrow();
            return new Participant(user.uuid(), user.handle(), user.displayName());
        }
    }

    private void run(String what) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(JavaProcess.java(List.of(), Victim.class.getName(), home.toString(), what));
        fixture.settings.forEach((setting, value) -> {
            if (setting != Setting.POSTGRES_URL) {
                builder.command().addAll(List.of(setting.name(), setting == Setting.DYNAMODB_ENDPOINT ? between.uri().toString() : value));
            }
        });
        builder.environment().put("VICTIM_POSTGRES", String.valueOf(fixture.settings.get(Setting.POSTGRES_URL)));
        Process process = start(builder);
        victim.set(process.toHandle());
        assertThat(process.waitFor()).as("it was killed").isNotZero();
        between.awaitIdle();
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private void kill() {
        ProcessHandle process = victim.get();
        process.destroyForcibly();
        process.onExit().join();
    }

    private ComparisonResult verdict(Entry entry) {
        return fixture.session.changes().compare(entry, Progress.NONE);
    }

    private Set<Item> rows() {
        return new HashSet<>(fixture.all());
    }

    private String conversation() {
        return ((ConversationStartResult.New) fixture.session.sending().start(fixture.person("ada"), fixture.person("bruno"), "hello"))
                .groupUuid();
    }

    @Test
    void inTheMiddleOfASeed() throws Exception {
        AtomicInteger batches = new AtomicInteger();
        between.watch((operation, body) -> {
            if (operation.equals("BatchWriteItem") && batches.incrementAndGet() == 30) {
                kill();
            }
        });
        run("seed");
        Entry seed = fixture.last();
        assertThat(seed.intent().operation()).isEqualTo("seed conversation");
        assertThat(seed.outcome().state()).as("nobody saw its end").isEqualTo(OutcomeState.UNKNOWN);
        int there = rows().size();
        ComparisonResult verdict = verdict(seed);
        assertThat(verdict.written()).as("the rows that are there, and no other").isEqualTo(there).isBetween(500L, 1_000L);
        assertThat(verdict.rows()).as("those that were noted").isBetween(verdict.written(), 3_000L);
        assertThat(verdict.changed()).isZero();
        assertThat(verdict.summary()).startsWith("Partly written: " + there + " of");
        assertThat(fixture.session.changes().undo(seed.id(), Progress.NONE).restored()).isEqualTo(there);
        assertThat(rows()).isEmpty();
    }

    @Test
    void beforeAMessageArrives() throws Exception {
        String group = conversation();
        Set<Item> before = rows();
        between.before("TransactWriteItems", () -> {
            kill();
            throw new IllegalStateException("it goes no farther");
        });
        run(group);
        Entry send = fixture.last();
        assertThat(send.isOpen()).isTrue();
        assertThat(rows()).isEqualTo(before);
        assertThat(verdict(send).summary()).isEqualTo("Not written: all 5 items still have their previous values");
    }

    @Test
    void afterAMessageHasArrived() throws Exception {
        String group = conversation();
        Set<Item> before = rows();
        between.before("TransactWriteItems", this::kill);
        run(group);
        Entry send = fixture.last();
        assertThat(send.isOpen()).isTrue();
        assertThat(rows()).anyMatch(row -> "the last words".equals(row.string("message")) && row.string("message_uuid") != null);
        assertThat(verdict(send).summary()).isEqualTo("Unchanged since: 5 items");
        fixture.session.changes().undo(send.id(), Progress.NONE);
        assertThat(rows()).isEqualTo(before);
    }
}

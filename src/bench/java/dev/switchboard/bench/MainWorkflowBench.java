package dev.switchboard.bench;

import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.conversations.Page;
import dev.switchboard.conversations.Participant;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.job.Progress;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.local.LocalOptions;
import dev.switchboard.seeding.ScriptLine;
import dev.switchboard.seeding.SeedPlan;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The main job on embedded engines: seeding beside the source's way of one put at a time, and a conversation of 100,000
 * messages opened and paged back to its beginning, with the memory that it takes.
 */
public final class MainWorkflowBench {
    private static final int LONG_CONVERSATION = 100_000;
    private static final int PAGE = 100;
    private final Session session;
    private final URI endpoint;
    private final PrintStream out;
    private final Participant ada = new Participant(UUID.randomUUID().toString(), "ada", "Ada Lindqvist");
    private final Participant bruno = new Participant(UUID.randomUUID().toString(), "bruno", "Bruno Keller");

    private MainWorkflowBench(Session session, URI endpoint, PrintStream out) {
        this.session = session;
        this.endpoint = endpoint;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        Home home = new Home(Files.createTempDirectory("switchboard-bench"));
        Settings settings = Settings.resolve(Environment.DEV, Map.of(), Map.of(), SettingsFile.read(home.settingsFile()));
        LocalEngines engines = new LocalEngines(home, LocalOptions.apart());
        try (Session session = new Session(home, settings, InstantSource.system(), null, engines)) {
            System.out.println("engine: " + engines.dynamoDb().engine());
            new MainWorkflowBench(session, engines.dynamoDb().endpoint(), System.out).run();
        } finally {
            delete(home.root());
        }
    }

    private static void delete(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void run() {
        session.tables().create(MessagesTablePreset.of(session.settings().messagesTable(), false, false, true), Progress.NONE);
        seeding();
        longConversation();
    }

    private void seeding() {
        SeedPlan plan = session.seeder().plan(ada, bruno, lines(104), null);
        Timing batched = Timing.of("seed 104 messages and 2 group rows, as the console does", 3, 15,
                () -> session.seeder().run(plan, Progress.NONE));
        try (DynamoDbClient client = DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of("us-east-1"))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build()) {
            Timing single = Timing.of("the same 106 rows, one put after the other as the source does", 3, 15, () -> putOneByOne(client));
            out.println(batched);
            out.println(single);
            out.printf(Locale.ROOT, "one by one takes %.1f times as long%n", single.median() / batched.median());
        }
    }

    private void putOneByOne(DynamoDbClient client) {
        String group = UUID.randomUUID().toString();
        for (int i = 0; i < 106; i++) {
            Map<String, AttributeValue> row = Map.of(
                    "pk", AttributeValue.fromS("MSG#" + group),
                    "sk", AttributeValue.fromS("2026-11-23T08:%02d:%02d.000000+00:00".formatted(i / 60, i % 60)),
                    "message_uuid", AttributeValue.fromS(UUID.randomUUID().toString()),
                    "message", AttributeValue.fromS("Line " + i),
                    "user_uuid", AttributeValue.fromS(ada.uuid()),
                    "user_display_name", AttributeValue.fromS(ada.displayName()),
                    "user_handle", AttributeValue.fromS(ada.handle()));
            client.putItem(b -> b.tableName(session.settings().messagesTable()).item(row));
        }
    }

    private void longConversation() {
        Participant chidi = new Participant(UUID.randomUUID().toString(), "chidi", "Chidi Okafor");
        SeedPlan plan = session.seeder().plan(ada, chidi, lines(LONG_CONVERSATION), null);
        out.println(Timing.of("seed " + LONG_CONVERSATION + " messages", 0, 1, () -> session.seeder().run(plan, Progress.NONE)));
        out.println(Timing.of("open it: the newest " + PAGE, 20, 100, () -> page(plan.groupUuid(), null)));

        List<Double> pages = new ArrayList<>();
        long[] count = {0};
        long before = used();
        PageKey from = null;
        do {
            long started = System.nanoTime();
            Page<Message> page = page(plan.groupUuid(), from);
            pages.add((System.nanoTime() - started) / 1e6);
            count[0] += page.rows().size();
            from = page.next();
        } while (from != null);
        pages.sort(Double::compare);
        out.printf(
                Locale.ROOT,
                "paged back over %d messages in %d pages: median %.1f ms, 99 of 100 within %.1f ms, longest %.1f ms; heap %+d MB%n",
                count[0],
                pages.size(),
                pages.get(pages.size() / 2),
                pages.get(pages.size() * 99 / 100),
                pages.getLast(),
                (used() - before) / 1_000_000);
    }

    private Page<Message> page(String group, PageKey from) {
        return session.conversations().messages(group, new TimeRange.All(), PAGE, from);
    }

    private static List<ScriptLine> lines(int number) {
        return IntStream.range(0, number).mapToObj(i -> new ScriptLine(i + 1, 1 + i % 2, "Line " + i + " of a long night at the harbour"))
                .toList();
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

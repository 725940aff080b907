package dev.switchboard.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.job.Progress;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.local.LocalOptions;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.users.SetupStep;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The doctor on healthy conversations of several sizes, each run a process of its own beside a bare loop over Scan: time, consumed capacity and
 * peak memory. The heap is limited to 256 MB.
 */
public final class DoctorBench {
    private static final int GROUP = 20;
    private static final int BATCH = 25;
    private static final int THREADS = 4;
    private static final int WAITING = 4 * THREADS;
    private static final Pattern UNITS = Pattern.compile("([\\d,.]+) RCU$", Pattern.MULTILINE);

    private DoctorBench() {}

    /** @param arguments the numbers of items; 20,000, 200,000 and 1,000,000 if there are none */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Integer> sizes =
                arguments.length == 0 ? List.of(20_000, 200_000, 1_000_000) : Arrays.stream(arguments).map(Integer::valueOf).toList();
        Path folder = Files.createTempDirectory("switchboard-doctor-bench");
        Home home = new Home(folder.resolve("home"));
        Settings settings = Settings.resolve(Environment.DEV, Map.of(), Map.of(), SettingsFile.read(home.settingsFile()));
        LocalEngines engines = new LocalEngines(home, LocalOptions.apart());
        System.out.printf("%-12s %-10s %9s %9s %9s %9s%n", "items", "run", "seconds", "items/s", "RCU", "peak MB");
        try (Session session = new Session(home, settings, InstantSource.system(), null, engines);
                DynamoDbClient client = client(engines.dynamoDb().endpoint())) {
            session.setupRun().run(EnumSet.of(SetupStep.CREATE, SetupStep.LOAD_SCHEMA), null, Progress.NONE);
            session.sqlRunner().run(
                    "INSERT INTO public.users (uuid, display_name, handle, email, cognito_user_id) "
                            + "SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Person ' || n, 'person' || n, 'x', 'MOCK' "
                            + "FROM generate_series(0, 99999) AS n",
                    Progress.NONE);
            for (int size : sizes) {
                String table = "doctor-" + size;
                session.tables().create(MessagesTablePreset.of(table, false, false, true), Progress.NONE);
                load(client, table, size);
                bare(client, table, size);
                run(folder, table, size, "sample");
                run(folder, table, size, "full", "--full");
            }
        }
    }

    private static DynamoDbClient client(URI endpoint) {
        return DynamoDbClient.builder().endpointOverride(endpoint).region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"))).build();
    }

    private static void load(DynamoDbClient client, String table, int size) throws InterruptedException {
        Semaphore free = new Semaphore(WAITING);
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<WriteRequest> batch = new ArrayList<>();
            for (int group = 0; group * (GROUP + 2) < size; group++) {
                for (Map<String, AttributeValue> item : items(group)) {
                    batch.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
                    if (batch.size() == BATCH) {
                        send(client, table, batch, threads, free, failure);
                        batch = new ArrayList<>();
                    }
                }
            }
            if (!batch.isEmpty()) {
                send(client, table, batch, threads, free, failure);
            }
        }
        @Nullable RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    /** Waits while too many batches are waiting, so that the items of a large table are not all in memory. */
    private static void send(
            DynamoDbClient client, String table, List<WriteRequest> batch, ExecutorService threads, Semaphore free,
            AtomicReference<@Nullable RuntimeException> failure) throws InterruptedException {
        free.acquire();
        threads.execute(() -> {
            try {
                Map<String, List<WriteRequest>> rest = Map.of(table, batch);
                while (!rest.isEmpty()) {
                    Map<String, List<WriteRequest>> due = rest;
                    rest = client.batchWriteItem(request -> request.requestItems(due)).unprocessedItems();
                }
            } catch (RuntimeException e) {
                failure.set(e);
            } finally {
                free.release();
            }
        });
    }

    private static List<Map<String, AttributeValue>> items(int group) {
        String uuid = "c0000000-0000-4000-8000-%012d".formatted(group);
        int one = group % 50_000;
        int other = 50_000 + (group + group / 50_000) % 50_000;
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (int i = 0; i < GROUP; i++) {
            Map<String, AttributeValue> message = item("MSG#" + uuid, time(group, i), i % 2 == 0 ? one : other, text(group, i));
            message.put("message_uuid", AttributeValue.fromS("%08d-0000-4000-8000-%012d".formatted(group, i)));
            items.add(message);
        }
        for (int owner : new int[] {one, other}) {
            Map<String, AttributeValue> row = item(
                    "GRP#" + user(owner), time(group, GROUP - 1), owner == one ? other : one, text(group, GROUP - 1));
            row.put("message_group_uuid", AttributeValue.fromS(uuid));
            items.add(row);
        }
        return items;
    }

    private static Map<String, AttributeValue> item(String partition, String time, int person, String text) {
        return new HashMap<>(Map.of(
                "pk", AttributeValue.fromS(partition),
                "sk", AttributeValue.fromS(time),
                "message", AttributeValue.fromS(text),
                "user_uuid", AttributeValue.fromS(user(person)),
                "user_handle", AttributeValue.fromS("person" + person),
                "user_display_name", AttributeValue.fromS("Person " + person)));
    }

    private static String user(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    private static String text(int group, int message) {
        return "Message " + message + " of the long conversation number " + group + ", about this and that";
    }

    private static String time(int group, int message) {
        Instant at = Instant.parse("2024-01-01T00:00:00.123456Z").plusSeconds(group * 600L + message * 20L);
        return at.toString().replace("Z", "+00:00");
    }

    private static void bare(DynamoDbClient client, String table, int size) {
        long started = System.nanoTime();
        long items = client.scanPaginator(scan -> scan.tableName(table)).items().stream().count();
        print(size, "bare Scan", (System.nanoTime() - started) / 1e9, items, Double.NaN, Double.NaN);
    }

    private static void run(Path folder, String table, int size, String name, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "--enable-native-access=ALL-UNNAMED",
                "-Dswitchboard.build=" + System.getProperty("switchboard.build"), "-cp", System.getProperty("java.class.path"),
                "dev.switchboard.Switchboard", "doctor", "--table", table, "--json"));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SWITCHBOARD_HOME", folder.resolve("home").toString());
        Path out = folder.resolve("out.json");
        Path err = folder.resolve("err.txt");
        long started = System.nanoTime();
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        double peak = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, resident(process.pid()));
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        JsonNode report = new ObjectMapper().readTree(out.toFile());
        for (JsonNode check : report.path("checks")) {
            // The users are in PostgreSQL alone.
            boolean pool = DataCheck.of(check.path("id").asText()).stream().anyMatch(one -> !one.readsItems());
            if (check.path("count").asLong() > 0 && !pool) {
                throw new IllegalStateException("found in healthy data: " + check.path("id") + " " + check.at("/findings/0"));
            }
        }
        Matcher units = UNITS.matcher(Files.readString(err));
        double consumed = Double.NaN;
        while (units.find()) {
            consumed = Double.parseDouble(units.group(1).replace(",", ""));
        }
        print(size, name, seconds, name.equals("full") ? size : 500, consumed, peak);
    }

    private static void print(int size, String run, double seconds, long items, double units, double peak) {
        System.out.printf(Locale.ROOT, "%,-12d %-10s %9.1f %9.0f %9.0f %9.0f%n", size, run, seconds, items / seconds, units, peak);
    }

    private static double resident(long pid) {
        try {
            return ProcessUsage.of(pid).residentMegabytes();
        } catch (IOException | java.util.NoSuchElementException e) {
            return 0;
        }
    }
}

package dev.switchboard.bench;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.job.Progress;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.local.LocalOptions;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Import and export of many items beside the AWS CLI and a loop of boto3, each a process of its own: items a second and peak memory. */
public final class TransferBench {
    private static final String BOTO3_SCAN = """
            import boto3, sys, json
            pages = boto3.client('dynamodb', endpoint_url=sys.argv[1]).get_paginator('scan').paginate(TableName=sys.argv[2])
            with open(sys.argv[3], 'w') as out:
                for page in pages:
                    for item in page['Items']:
                        out.write(json.dumps({'Item': item}) + '\\n')
            """;
    private static final String BOTO3_PUT = """
            import boto3, sys, json
            from boto3.dynamodb.types import TypeDeserializer
            read = TypeDeserializer()
            table = boto3.resource('dynamodb', endpoint_url=sys.argv[1]).Table(sys.argv[2])
            with table.batch_writer() as batch:
                for line in open(sys.argv[3]):
                    batch.put_item(Item={k: read.deserialize(v) for k, v in json.loads(line)['Item'].items()})
            """;

    private TransferBench() {}

    /** @param arguments the number of items; 200,000 if there is none */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int items = arguments.length == 0 ? 200_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("switchboard-transfer");
        Home home = new Home(folder.resolve("engine"));
        Settings settings = Settings.resolve(Environment.DEV, Map.of(), Map.of(), SettingsFile.read(home.settingsFile()));
        LocalEngines engines = new LocalEngines(home, LocalOptions.apart());
        try (Session session = new Session(home, settings, InstantSource.system(), null, engines)) {
            URI endpoint = engines.dynamoDb().endpoint();
            System.out.println("engine: " + engines.dynamoDb().engine() + ", " + items + " items");
            for (String table : List.of("ours", "theirs")) {
                session.tables().create(MessagesTablePreset.of(table, false, false, true), Progress.NONE);
            }
            Path file = write(folder.resolve("items.json"), items);
            String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            List<String> ours = List.of(java, "-Xmx256m", "-cp", System.getProperty("java.class.path"), "dev.switchboard.Switchboard",
                    "--endpoint", endpoint.toString(), "--region", "us-east-1", "items");
            measure("items import", items, folder, with(ours, "import", "ours", file.toString()));
            // The loop takes as long for each item, so that a part of them shows its pace.
            int part = Math.min(items, 20_000);
            measure("boto3 batch_writer", part, folder, List.of("python3", "-c", BOTO3_PUT, endpoint.toString(), "theirs",
                    write(folder.resolve("part.json"), part).toString()));
            measure("items export (JSON)", items, folder, with(ours, "export", "ours", folder.resolve("ours.json").toString()));
            measure("items export (CSV, 4 segments)", items, folder,
                    with(ours, "export", "ours", folder.resolve("ours.csv").toString(), "--segments", "4"));
            measure("boto3 scan", items, folder,
                    List.of("python3", "-c", BOTO3_SCAN, endpoint.toString(), "ours", folder.resolve("boto3.json").toString()));
            measure("aws dynamodb scan", items, folder, List.of("aws", "dynamodb", "scan", "--table-name", "ours", "--endpoint-url",
                    endpoint.toString(), "--output", "json"));
            measure("items scan --json", items, folder, with(ours, "scan", "ours", "--json", "--segments", "4"));
            List<String> window =
                    List.of(java, "-Xmx256m", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                            "dev.switchboard.bench.WindowScanBench", endpoint.toString(), "ours");
            measure("window", items, folder, window);
            Files.readAllLines(folder.resolve("out.txt")).forEach(System.out::println);
        }
    }

    private static List<String> with(List<String> command, String... more) {
        return java.util.stream.Stream.concat(command.stream(), List.of(more).stream()).toList();
    }

    private static Path write(Path file, int items) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < items; i++) {
                out.write(
                        "{\"Item\":{\"pk\":{\"S\":\"MSG#%d\"},\"sk\":{\"S\":\"%08d\"},\"message\":{\"S\":\"Line %d of a long night\"},\"n\":{\"N\":\"%d\"}}}%n"
                                .formatted(i % 1000, i, i, i));
            }
        }
        return file;
    }

    private static void measure(String name, int items, Path folder, List<String> command) throws IOException, InterruptedException {
        if (!command.getFirst().startsWith("/") && OtherTool.onPath(command.getFirst()).isEmpty()) {
            System.out.println("left out, not on the PATH: " + command.getFirst());
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of("AWS_ACCESS_KEY_ID", "local", "AWS_SECRET_ACCESS_KEY", "local", "AWS_DEFAULT_REGION", "us-east-1",
                        "SWITCHBOARD_HOME", folder.resolve("home").toString()));
        long started = System.nanoTime();
        Process process =
                builder.redirectOutput(folder.resolve("out.txt").toFile()).redirectError(folder.resolve("err.txt").toFile()).start();
        double peak = 0;
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, resident(process.pid()));
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(Locale.ROOT, "%-32s %8.0f items/s %6.1f s %6.0f MB peak, status %d%n", name, items / seconds, seconds, peak,
                process.exitValue());
    }

    private static double resident(long pid) {
        try {
            return ProcessUsage.of(pid).residentMegabytes();
        } catch (IOException | java.util.NoSuchElementException e) {
            return 0;
        }
    }
}

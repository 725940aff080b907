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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long the program takes from its start to the first picture, to the first data and to the end of {@code tables list}, what
 * memory it then holds, and beside it the floors ({@link FloorProgram}) and the tools that an operator would otherwise use; all against the same DynamoDB, in turn.
 * Whole processes; the median of several rounds after one that does not count.
 */
public final class StartupBench {
    private static final int ROUNDS = 7;
    private final Path target;
    private final URI endpoint;
    private final List<MeasuredProgram> contestants;

    private StartupBench(Path target, URI endpoint, List<MeasuredProgram> contestants) {
        this.target = target;
        this.endpoint = endpoint;
        this.contestants = contestants;
    }

    /** @param arguments the build's target folder, and the minutes of use to watch, none where absent or 0 */
    public static void main(String[] arguments) throws Exception {
        Path target = Path.of(arguments[0]);
        int minutes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
        Path folder = Files.createTempDirectory("switchboard-start");
        Home home = new Home(folder.resolve("server"));
        Settings settings = Settings.resolve(Environment.DEV, Map.of(), Map.of(), SettingsFile.read(home.settingsFile()));
        LocalEngines engines = new LocalEngines(home, LocalOptions.apart());
        try (Session session = new Session(home, settings, InstantSource.system(), null, engines);
                Display display = Display.open()) {
            session.tables().create(MessagesTablePreset.of(settings.messagesTable(), false, false, false), Progress.NONE);
            URI endpoint = engines.dynamoDb().endpoint();
            System.out.println("DynamoDB: " + engines.dynamoDb().engine() + "; display: " + display);
            Optional<InstalledImage> image = InstalledImage.of(target);
            List<MeasuredProgram> contestants = new ArrayList<>(SwitchboardProgram.all(target, image, endpoint, folder, display));
            if (image.isPresent()) {
                contestants.addAll(FloorProgram.all(image.get(), endpoint, folder, display));
            }
            contestants.addAll(OtherTool.all(endpoint));
            StartupBench bench = new StartupBench(target, endpoint, contestants);
            bench.run();
            bench.sizes();
            if (minutes > 0) {
                if (image.isPresent()) {
                    SwitchboardProgram.use(image.get(), minutes, folder, display);
                } else {
                    System.out.println("no image to use: mvn -Ppackage verify makes it");
                }
            }
        }
    }

    private void run() throws Exception {
        for (int round = 0; round <= ROUNDS; round++) {
            for (MeasuredProgram contestant : contestants) {
                contestant.round(round > 0);
            }
        }
        System.out.printf("%-40s%s%n", "median of " + ROUNDS + ", ms (times that of the image with caches)", "");
        System.out.printf("%-34s %18s %18s %18s %18s %14s %8s%n", "", "first picture", "first data", "list of tables", "version",
                "resident MB", "threads");
        MeasuredProgram yardstick = contestants.stream().filter(c -> c.name().equals(SwitchboardProgram.WITH_CACHES)).findFirst()
                .orElse(contestants.getFirst());
        contestants.forEach(contestant -> System.out.println(line(contestant, yardstick)));
        System.out.println();
        System.out.println("phases of the start, ms from the start of the process to the end of each");
        for (MeasuredProgram contestant : contestants) {
            String phases = Stream.of(Metric.values())
                    .filter(metric -> metric.phase() != null && !Double.isNaN(contestant.median(metric)))
                    .map(metric -> metric.phase() + " " + whole(contestant.median(metric)))
                    .collect(Collectors.joining(", "));
            if (!phases.isEmpty()) {
                System.out.println(contestant.name() + ": " + phases);
            }
        }
    }

    private static String line(MeasuredProgram contestant, MeasuredProgram yardstick) {
        StringBuilder line = new StringBuilder("%-34s".formatted(contestant.name()));
        for (Metric figure : List.of(Metric.PICTURE, Metric.DATA, Metric.LIST, Metric.VERSION)) {
            double value = contestant.median(figure);
            String text = Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.0f (%.2f)", value, value / yardstick.median(figure));
            line.append(" %18s".formatted(text));
        }
        line.append(" %14s".formatted(whole(contestant.median(Metric.RESIDENT))));
        line.append(" %8s".formatted(whole(contestant.median(Metric.THREADS))));
        return line.toString();
    }

    private static String whole(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.0f", value);
    }

    private void sizes() throws IOException {
        Path made = target.resolve("package");
        if (Files.isDirectory(made)) {
            try (Stream<Path> files = Files.list(made)) {
                files.filter(Files::isRegularFile).filter(file -> file.toString().matches(".*\\.(deb|rpm|dmg|msi)"))
                        .forEach(file -> System.out.printf(Locale.ROOT, "%-34s %8.1f MB%n", file.getFileName(),
                                file.toFile().length() / 1e6));
            }
            try (Stream<Path> files = Files.walk(made.resolve("image"))) {
                long bytes = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
                System.out.printf(Locale.ROOT, "%-34s %8.1f MB%n", "installed", bytes / 1e6);
            }
        }
        System.out.println("all against " + endpoint.getAuthority());
    }
}

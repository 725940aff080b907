package dev.switchboard.bench;

import dev.switchboard.bench.world.ProcessUsage;
import dev.switchboard.file.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Switchboard in one of its forms. Its window opens on the Tables screen, with a home of its own. */
final class SwitchboardProgram extends MeasuredProgram {
    static final String WITH_CACHES = "image with caches";

    private static final Duration SETTLING = Duration.ofSeconds(8);
    private static final Pattern TIME = Pattern.compile("INFO: (.+) after (\\d+) ms");
    private final List<String> command;
    private final Map<String, String> variables;
    private final URI endpoint;
    private final Path home;
    private final Display display;

    private SwitchboardProgram(String name, List<String> command, Map<String, String> variables, URI endpoint, Path home, Display display) {
        super(name);
        this.command = command;
        this.variables = variables;
        this.endpoint = endpoint;
        this.home = home;
        this.display = display;
    }

    /** The plain jar, and the image without and with its caches where it was made. */
    static List<SwitchboardProgram> all(Path target, Optional<InstalledImage> image, URI endpoint, Path folder, Display display) {
        List<SwitchboardProgram> forms = new ArrayList<>();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        forms.add(new SwitchboardProgram(
                "java -jar", List.of(java, "-jar", target.resolve("switchboard.jar").toString()), Map.of(), endpoint, folder.resolve("jar"),
                display));
        if (image.isPresent()) {
            List<String> launcher = List.of(image.get().launcher().toString());
            forms.add(new SwitchboardProgram("image without caches", launcher, Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=off"), endpoint,
                    folder.resolve("bare"), display));
            forms.add(new SwitchboardProgram(WITH_CACHES, launcher, Map.of(), endpoint, folder.resolve("image"), display));
        } else {
            System.out.println("left out: the image; mvn -Ppackage,bench verify makes and measures it");
        }
        return forms;
    }

    private ProcessBuilder builder(String... words) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(whole);
        builder.environment().putAll(variables);
        builder.environment().put("SWITCHBOARD_HOME", home.toString());
        return builder;
    }

    @Override
    Map<Metric, Double> measure() throws IOException, InterruptedException {
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        PrivateFiles.createDirectories(home);
        // In the settings, as a home that is set up has it: an option would have to be parsed.
        Files.writeString(home.resolve("settings.json"),
                "{\"dev\": {\"dynamodbEndpoint\": \"" + endpoint + "\"}, \"window\": {\"screen\": \"tables\"}}");
        figures.put(Metric.VERSION, toTheEnd(builder("--version")));
        figures.put(Metric.LIST, toTheEnd(builder("tables", "list")));
        forgetLog();
        ProcessBuilder builder = builder();
        display.give(builder.environment());
        Process window = builder.redirectErrorStream(true).redirectOutput(home.resolveSibling("window.txt").toFile()).start();
        try {
            figures.putAll(times(window));
            window.waitFor(SETTLING.toMillis(), TimeUnit.MILLISECONDS);
            ProcessUsage memory = ProcessUsage.of(window.pid());
            figures.put(Metric.RESIDENT, memory.residentMegabytes());
            figures.put(Metric.THREADS, memory.threads());
        } finally {
            window.destroy();
            window.waitFor();
            awaitEngines();
        }
        return figures;
    }

    /** The guardian stops the engines when the window is gone; the next contestant must not be timed beside that. */
    private void awaitEngines() throws IOException, InterruptedException {
        Path runs = home.resolve("local/run");
        while (Files.isDirectory(runs)) {
            try (Stream<Path> running = Files.list(runs)) {
                if (running.findAny().isEmpty()) {
                    return;
                }
            }
            Thread.sleep(50);
        }
    }

    private Map<Metric, Double> times(Process window) throws IOException, InterruptedException {
        List<Metric> phases = Stream.of(Metric.values()).filter(metric -> metric.phase() != null).toList();
        while (!window.waitFor(20, TimeUnit.MILLISECONDS)) {
            Map<Metric, Double> found = new EnumMap<>(Metric.class);
            for (Path log : logs()) {
                Matcher times = TIME.matcher(Files.readString(log));
                while (times.find()) {
                    String phase = times.group(1);
                    phases.stream().filter(metric -> metric.phase().equals(phase))
                            .forEach(metric -> found.put(metric, Double.valueOf(times.group(2))));
                }
            }
            if (found.keySet().containsAll(phases)) {
                return found;
            }
        }
        throw new IllegalStateException("the window ended: " + Files.readString(home.resolveSibling("window.txt")));
    }

    private List<Path> logs() throws IOException {
        Path folder = home.resolve("logs");
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        }
    }

    private void forgetLog() throws IOException {
        for (Path log : logs()) {
            Files.delete(log);
        }
    }

    /** Lets the window be used for so long by {@link EnduranceBench}, which tells what it takes meanwhile. */
    static void use(InstalledImage image, int minutes, Path folder, Display display) throws IOException, InterruptedException {
        Path used = folder.resolve("use");
        for (String words : List.of("db setup", "tables create", "seed conversation --from ada --to bruno", "users sync --apply")) {
            ProcessBuilder command = new ProcessBuilder(
                    Stream.concat(Stream.of(image.launcher().toString()), Stream.of(words.split(" ", -1))).toList());
            command.environment().put("SWITCHBOARD_HOME", used.toString());
            toTheEnd(command);
        }
        Path bench = Path.of(EnduranceBench.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        List<String> options = List.of("-Dbench.pace=" + Long.getLong("bench.pace", 2000),
                "-XX:AOTCache=" + image.app().resolve("switchboard.aot"));
        ProcessBuilder builder = new ProcessBuilder(
                image.command(bench, options, EnduranceBench.class.getName(), Integer.toString(minutes))).inheritIO();
        builder.environment().put("SWITCHBOARD_HOME", used.toString());
        display.give(builder.environment());
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("the use ended with " + status);
        }
    }
}

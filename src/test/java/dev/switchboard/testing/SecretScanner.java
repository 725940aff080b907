package dev.switchboard.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Texts that somebody other than the operator could come to see, each with the place where it was found, searched for secrets. */
public final class SecretScanner {
    private final Map<String, String> places = new ConcurrentHashMap<>();

    /** Keeps a text; what was found at the same place before is kept with it. */
    public SecretScanner add(String place, String text) {
        places.merge(place, text, (before, now) -> before + "\n" + now);
        return this;
    }

    /** The arguments of a process, as everybody on this machine sees them, and its children's. */
    public void addProcesses(ProcessHandle process) {
        addProcess(process);
        process.descendants().forEach(this::addProcess);
    }

    private void addProcess(ProcessHandle process) {
        process.info().commandLine().ifPresent(line -> places.put("command line of " + process.pid() + " " + line.hashCode(), line));
    }

    /** The names and the stacks of all threads of this process, the virtual ones too. */
    public void addThreads(Path folder) throws IOException {
        Path dump = folder.resolve("threads-" + places.size() + ".txt");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toAbsolutePath().toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
        add("threads", Files.readString(dump));
    }

    /** All files below a folder, what is packed unpacked; without those that hold a secret because the operator put it there. */
    public void addFiles(Path folder, Path... theOperators) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).filter(each -> !Set.of(theOperators).contains(each)).toList()) {
                add("file " + folder.relativize(file), content(file));
            }
        }
    }

    private static String content(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
            try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                bytes = in.readAllBytes();
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The texts of the places whose name begins so; fails where there are none, because searching nothing finds nothing. */
    public String of(String placePrefix) {
        List<String> found = places.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(placePrefix))
                .map(Map.Entry::getValue)
                .toList();
        assertThat(found).as("places that begin with “%s” among %s", placePrefix, places.keySet()).isNotEmpty();
        return String.join("\n", found);
    }

    /** Fails where one of the secrets stands somewhere, as it is or in a writing that gives it away as well. */
    public void assertHoldsNone(String... secrets) {
        assertThat(places).as("nothing was looked at").isNotEmpty();
        Map<String, String> found = new TreeMap<>();
        for (String secret : secrets) {
            for (String form : forms(secret)) {
                places.forEach((place, text) -> {
                    int at = text.indexOf(form);
                    if (at >= 0) {
                        found.put(place + ": " + form, text.substring(Math.max(0, at - 120), Math.min(text.length(), at + 120)));
                    }
                });
            }
        }
        assertThat(found).as("places that hold a secret").isEmpty();
    }

    /** As it is, and as a URL in both cases of its digits, every letter of it encoded too, a shell, JSON and a header would write it. */
    static Set<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20");
        String every = "%" + HexFormat.ofDelimiter("%").formatHex(bytes);
        return Stream.of(
                secret,
                encoded,
                encoded.replaceAll("%20", "+"),
                lowerDigits(encoded),
                every,
                every.toUpperCase(java.util.Locale.ROOT),
                secret.replace("\\", "\\\\").replace("\"", "\\\""),
                secret.replace("'", "'\\''"),
                secret.replace("'", "''"),
                Base64.getEncoder().withoutPadding().encodeToString(bytes))
                .collect(Collectors.toSet());
    }

    private static String lowerDigits(String encoded) {
        return java.util.regex.Pattern.compile("%[0-9A-F]{2}").matcher(encoded)
                .replaceAll(match -> match.group().toLowerCase(java.util.Locale.ROOT));
    }
}

package dev.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each package's messages match its code: every key that the code uses exists, and every existing key is used. A literal that ends with
 * a dot, such as {@code "aws." + code}, uses all keys that start with it.
 */
class MessagesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** A key passed as a literal to {@code get}, with nothing appended to it. */
    private static final Pattern USED = Pattern.compile("\\b(?:TEXT|text|texts|messages|MESSAGES)\\.get\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern IN_LAYOUT = Pattern.compile("=\"%([^\"]+)\"");

    static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("messages.properties")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyUsedKeyExists(Path bundle) {
        Set<String> keys = keys(bundle);
        Set<String> missing = new TreeSet<>();
        usedKeys(bundle).stream().filter(key -> !keys.contains(key)).forEach(missing::add);
        assertThat(missing).as("Paste into %s:%n%s", bundle, String.join(" = …\n", missing) + " = …").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyKeyIsUsed(Path bundle) {
        Set<String> used = new TreeSet<>(usedKeys(bundle));
        for (Path source : sources(bundle)) {
            LITERAL.matcher(read(source)).results().forEach(found -> used.add(found.group(1)));
        }
        Set<String> unused = new TreeSet<>();
        for (String key : keys(bundle)) {
            boolean direct = used.contains(key);
            boolean prefixed = used.stream().anyMatch(literal -> literal.endsWith(".") && literal.length() > 1 && key.startsWith(literal));
            boolean remedy = key.endsWith(".remedy") && used.contains(".remedy");
            if (!direct && !prefixed && !remedy) {
                unused.add(key);
            }
        }
        assertThat(unused).as("Delete these from %s, or use them", bundle).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsAPatternWithoutAPlainApostrophe(Path bundle) {
        List<String> wrong = new ArrayList<>();
        properties(bundle).forEach((key, text) -> {
            // Only a brace is quoted on purpose; any other text between plain apostrophes would lose them.
            if (text.toString().replaceAll("'[^']*[{}][^']*'", "").contains("'")) {
                wrong.add(key + ": a plain apostrophe quotes text in a pattern, use ’");
            }
            try {
                new MessageFormat(text.toString());
            } catch (IllegalArgumentException e) {
                wrong.add(key + ": " + e.getMessage());
            }
        });
        assertThat(wrong).as("Fix these in %s", bundle).isEmpty();
    }

    private static Set<String> usedKeys(Path bundle) {
        Set<String> keys = new TreeSet<>();
        for (Path source : sources(bundle)) {
            Matcher matcher = source.toString().endsWith(".fxml") ? IN_LAYOUT.matcher(read(source)) : USED.matcher(read(source));
            matcher.results().forEach(found -> keys.add(found.group(1)));
        }
        return keys;
    }

    private static Set<String> keys(Path bundle) {
        return new TreeSet<>(properties(bundle).stringPropertyNames());
    }

    private static Properties properties(Path bundle) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** The sources and FXML files of the packages whose nearest bundle this is. */
    private static List<Path> sources(Path bundle) {
        Path inPackage = RESOURCES.relativize(bundle.getParent());
        List<Path> found = new ArrayList<>();
        for (Path root : List.of(SOURCES, RESOURCES)) {
            if (Files.isDirectory(root.resolve(inPackage))) {
                try (Stream<Path> files = Files.walk(root.resolve(inPackage))) {
                    files.filter(file -> file.toString().endsWith(".java") || file.toString().endsWith(".fxml"))
                            .filter(file -> nearest(root.relativize(file.getParent())).equals(inPackage))
                            .forEach(found::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return found;
    }

    private static Path nearest(Path inPackage) {
        Path at = inPackage;
        while (at.getNameCount() > 1 && !Files.exists(RESOURCES.resolve(at).resolve("messages.properties"))) {
            at = at.getParent();
        }
        return at;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keeps the messages, the command-line help, the README and the manual in plain American English, and class names unique. A failure names the
 * text and what to write instead.
 */
class WordingTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path README = Path.of("README.md");
    private static final Path MANUAL = Path.of("src/docs/manual");
    private static final Pattern KEY = Pattern.compile("^([\\w.-]+) *=");

    /** Expressions to avoid. The example shows what the pattern must find. */
    private static final List<Expression> AVOIDED = List.of(
            avoid("\\bmend(s|ed|ing)?\\b", "fix, repair", "Mend that line."),
            avoid("\\bputs? (it |them |that )?right\\b", "fix, repair", "Put it right."),
            avoid("(?<!\\bthere )\\bis no (?!longer\\b)[\\w“]", "is not a valid …", "“x” is no address."),
            avoid("\\bthere (is|are) no such\\b", "… was not found", "There is no such table."),
            avoid("\\bwants? (an?|the|its|to be)\\b", "requires, needs", "It wants a name."),
            avoid("\\basks? for\\b", "requires, needs, prompts for", "It asks for a password."),
            avoid("\\b(stands?|stood)\\b", "is, exists, appears", "What stands there now."),
            avoid("\\bthe way to\\b|\\btry the way\\b", "the connection to, test the connection", "The way to the database is closed."),
            avoid("\\b(take|takes|taken|taking) (the \\w+ )?over\\b", "sync the Cognito IDs", "Take the ids over."),
            avoid("\\blogins\\b|\\b(a|no|one) login\\b", "Cognito user, user pool user", "3 logins"),
            avoid("\\bwriting is (open|closed)\\b|\\bopen for writing\\b", "unlocked, locked", "Writing is closed."),
            avoid("\\bthere (is|are) more\\b", "more available, Load more", "50 shown, there are more"),
            avoid("\\bthat is (all|the whole)\\b", "no more items", "That is all."),
            avoid("\\bbeing made\\b|\\b(table|backup|database|file|folder)s? (is|are|was|were) made\\b", "is being created, was created",
                    "The table is being made."),
            avoid("\\bleft alone\\b|\\bleaves? [\\w ]* alone\\b", "skipped, unchanged", "1 left alone"),
            avoid("\\b(somebody|anybody|nobody|whoever|whomever)\\b", "another user, another process, no one", "Somebody changed it."),
            avoid("\\b(read|check) (it |them )?again\\b", "Refresh", "Read again"),
            avoid("\\blook (at|whether)\\b", "check", "Look at its permissions."),
            avoid("\\btroubles?\\b", "error, problem", "The trouble begins at line 3."),
            avoid("\\bhal(f|ves) of a sign\\b", "unpaired surrogate", "half of a sign"),
            avoid("\\b(?-i:ids)\\b|\\b(account|Cognito|pool|user|change|journal) (?-i:id)\\b", "ID, IDs", "Sync the ids."),
            avoid("\\b(hold|holding|held) [\\w ]*against\\b", "compare with", "held against what is there"),
            avoid("\\bgoes wrong\\b", "health checks, fails", "What usually goes wrong"),
            avoid("\\bfinding out\\b", "identifying", "Finding out where this is"),
            avoid("\\bfor ever\\b", "permanently", "once and for ever"),
            avoid("\\bthe source’s\\b|\\bthe seed’s scripts?\\b|\\bthe issue\\b", "say what it is for the user",
                    "The source’s seed writes it."),
            avoid("\\bput(s|ting)? (it |them )?back\\b", "restore", "2 rows put back"),
            avoid("\\b(is|are) gone\\b", "was deleted, does not exist", "The table is gone."),
            avoid("\\blast words\\b", "last output", "Its last words: x"),
            avoid("\\bof (my|your|one’s) own\\b", "your own …, custom …", "a file of your own"),
            avoid("\\bthrow-away\\b", "temporary", "a throw-away home"),
            avoid("\\b(RCU|WCU|requests|items|calls) a second\\b", "per second, RCU/s", "RCU a second"));

    private record Expression(Pattern pattern, String instead, String example) {}

    private static Expression avoid(String regex, String instead, String example) {
        return new Expression(Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS), instead, example);
    }

    static List<Expression> expressions() {
        return AVOIDED;
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void everyPatternFindsItsExample(Expression expression) {
        assertThat(expression.pattern().matcher(expression.example()).find()).as(expression.example()).isTrue();
    }

    static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("messages.properties") || file.endsWith("usage.properties")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void messagesAvoidTheseExpressions(Path bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            texts.load(reader);
        }
        List<String> found = new ArrayList<>();
        texts.stringPropertyNames().stream().sorted().forEach(key -> found.addAll(problems(key, texts.getProperty(key))));
        assertThat(found).as("Rewrite in %s", bundle).isEmpty();
    }

    /** A merge can leave a key twice, and the last one would win. */
    @ParameterizedTest
    @MethodSource("bundles")
    void everyKeyOccursOnce(Path bundle) throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        for (String line : Files.readAllLines(bundle)) {
            Matcher key = KEY.matcher(line);
            if (key.find() && !seen.add(key.group(1))) {
                twice.add(key.group(1));
            }
        }
        assertThat(twice).as("Delete one of each from %s", bundle).isEmpty();
    }

    /** The README and the pages of the manual. */
    static List<Path> documents() throws IOException {
        try (Stream<Path> pages = Files.list(MANUAL)) {
            return Stream.concat(Stream.of(README), pages.sorted()).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theReadmeAndTheManualAvoidTheseExpressions(Path document) throws IOException {
        List<String> found = new ArrayList<>();
        boolean code = false;
        int number = 0;
        for (String line : Files.readAllLines(document)) {
            number++;
            boolean fence = line.strip().startsWith("```");
            code ^= fence;
            if (!code && !fence) {
                found.addAll(problems("line " + number, line.replaceAll("`[^`]*`", "``").replaceAll("\\]\\([^)]*\\)", "]")));
            }
        }
        assertThat(found).as("Rewrite in %s", document).isEmpty();
    }

    private static List<String> problems(String place, String text) {
        List<String> problems = new ArrayList<>();
        for (Expression expression : AVOIDED) {
            Matcher matcher = expression.pattern().matcher(text);
            if (matcher.find()) {
                problems.add(place + ": “" + matcher.group() + "” → " + expression.instead() + ", in: " + text);
            }
        }
        return problems;
    }

    @Test
    void noTwoClassesShareASimpleName() throws IOException {
        Map<String, List<Path>> byName = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .forEach(file -> byName.computeIfAbsent(String.valueOf(file.getFileName()), name -> new ArrayList<>()).add(file));
        }
        byName.values().removeIf(files -> files.size() == 1);
        assertThat(byName).as("Give each class a name of its own").isEmpty();
    }
}

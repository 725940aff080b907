package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.manual.Manual;
import dev.switchboard.manual.ManualPage;
import dev.switchboard.manual.ManualSpan;
import dev.switchboard.manual.ManualSpans;
import dev.switchboard.manual.ManualTopic;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What the manual names exists: commands and options, settings and variables, and the labels of the window. */
class ManualNamesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+( [a-z]+)?");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z_]*_[A-Z_]+|PGPASSWORD");
    private static final Pattern SETTING = Pattern.compile("[a-z]+[A-Z][A-Za-z]+");
    private static final Pattern KEY =
            Pattern.compile("(?:(?:Ctrl|Shift|Alt)\\+)*(?:[A-Z0-9,/?]|F\\d{1,2}|Enter|Esc|Tab|Space|Up|Down|Delete)");
    /** Variables that are not settings. */
    private static final Set<String> VARIABLES =
            Set.of("SWITCHBOARD_HOME", "NO_COLOR", "PGPASSWORD", "XDG_DATA_HOME", "NEW_AND_OLD_IMAGES");
    private static final Set<String> LABELS = labels();

    @TempDir
    private Path home;

    static Stream<ManualPage> pages() {
        Manual manual = new Manual();
        return Stream.concat(Stream.of(Manual.CONTENTS), manual.topics().stream().map(ManualTopic::id)).map(manual::pageOrContents);
    }

    private static Stream<String> spans(ManualPage page, ManualSpan.Style style) {
        return ManualSpans.of(page).filter(span -> span.style() == style).map(ManualSpan::text);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandIsOne(ManualPage page) {
        ManualSpans.codeLines(page).filter(line -> line.startsWith("switchboard "))
                .forEach(line -> assertThat(problem(line)).as("“%s” in %s.md", line, page.id()).isEmpty());
        // In a sentence, a command is often named without its arguments.
        spans(page, ManualSpan.Style.CODE).filter(text -> text.startsWith("switchboard "))
                .forEach(text -> assertThat(problem(text)).as("“%s” in %s.md", text, page.id()).matches("|Missing required .*"));
    }

    /** Parses the line as it would be run; values need not exist, but must have the right form. */
    private String problem(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1).replace("\\\"", "\""));
        }
        try {
            List<CommandLine> commands =
                    new TestTerminal(home).commands().parseArgs(words.stream().skip(1).toArray(String[]::new)).asCommandLineList();
            boolean help = commands.stream().anyMatch(command -> command.getParseResult().isUsageHelpRequested());
            return commands.size() > 1 && !help && !commands.getLast().getSubcommands().isEmpty() ? "the subcommand is missing" : "";
        } catch (ParameterException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyOptionIsOne(ManualPage page) {
        Set<String> options = options(new TestTerminal(home).commands());
        spans(page, ManualSpan.Style.CODE).filter(text -> OPTION.matcher(text).matches()).map(text -> text.split(" ")[0])
                .forEach(option -> assertThat(options).as("in %s.md", page.id()).contains(option));
    }

    private static Set<String> options(CommandLine command) {
        Set<String> options = new HashSet<>(command.getCommandSpec().optionsMap().keySet());
        command.getSubcommands().values().forEach(sub -> options.addAll(options(sub)));
        return options;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everySettingAndVariableIsOne(ManualPage page) {
        Set<String> settings = new HashSet<>();
        Set<String> variables = new HashSet<>(VARIABLES);
        for (Setting setting : Setting.values()) {
            settings.add(setting.key());
            Arrays.stream(Environment.values()).map(setting::variable).filter(Objects::nonNull).forEach(variables::add);
        }
        spans(page, ManualSpan.Style.CODE).filter(text -> SETTING.matcher(text).matches())
                .forEach(setting -> assertThat(settings).as("in %s.md", page.id()).contains(setting));
        spans(page, ManualSpan.Style.CODE).filter(text -> VARIABLE.matcher(text).matches())
                .forEach(variable -> assertThat(variables).as("in %s.md", page.id()).contains(variable));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLabelInBoldIsInTheWindow(ManualPage page) {
        List<String> unknown = spans(page, ManualSpan.Style.STRONG)
                .filter(label -> !LABELS.contains(label) && !KEY.matcher(label).matches())
                .distinct().toList();
        assertThat(unknown).as("labels in %s.md that no messages.properties of the window has", page.id()).isEmpty();
    }

    @Test
    void everySettingIsExplained() {
        ManualPage page = pages().filter(each -> each.id().equals("settings")).findFirst().orElseThrow();
        assertThat(spans(page, ManualSpan.Style.CODE).toList())
                .contains(Arrays.stream(Setting.values()).map(Setting::key).toArray(String[]::new));
    }

    @Test
    void aWrongNameIsFound() {
        assertThat(problem("switchboard tables restor x")).contains("restor");
        assertThat(problem("switchboard tables restore x --into y")).contains("--into");
        assertThat(problem("switchboard tables restore")).contains("FILE");
        assertThat(problem("switchboard tables")).isNotEmpty();
        assertThat(problem("switchboard --env prod tables list")).contains("prod");
        assertThat(LABELS).doesNotContain("Explode").contains("Back up now", "Write my edit");
    }

    /** The texts of all bundles of the window, with the numbers one and two for parameters. */
    private static Set<String> labels() {
        Set<String> labels = new HashSet<>();
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("dev/switchboard/ui"))) {
            for (Path file : files.filter(file -> file.endsWith("messages.properties")).toList()) {
                Properties texts = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
                texts.values().forEach(text -> {
                    labels.add(text.toString());
                    labels.add(new MessageFormat(text.toString(), Locale.ENGLISH).format(new Object[] {1, 1, 1, 1}));
                    labels.add(new MessageFormat(text.toString(), Locale.ENGLISH).format(new Object[] {2, 2, 2, 2}));
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return labels;
    }
}

package dev.switchboard.cli.help;

import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Formats the command line as a man page, in the macros that man and groff read. */
final class ManPageFormatter {
    private static final Messages TEXT = Messages.of(ManPageFormatter.class);
    private static final List<String> STATUSES = List.of("0", "1", "2", "3", "4", "130");
    private final StringBuilder page = new StringBuilder();

    private ManPageFormatter() {}

    static String page(CommandLine root) {
        ManPageFormatter formatter = new ManPageFormatter();
        formatter.write(root.getCommandSpec());
        return formatter.page.toString();
    }

    private void write(CommandSpec root) {
        List<String> description = Arrays.asList(root.usageMessage().description());
        macro(".TH", "SWITCHBOARD", "1", "", version(root), TEXT.get("man.manual"));
        section("man.name");
        line("switchboard \\- " + escaped(TEXT.get("man.summary")));
        section("man.synopsis");
        line(".B switchboard");
        line("[\\fI" + escaped(TEXT.get("man.options.any")) + "\\fR] \\fI" + escaped(TEXT.get("man.command")) + "\\fR");
        section("man.description");
        description.forEach(sentence -> line(escaped(sentence.replace("%n", " "))));
        section("man.options");
        root.options().forEach(this::option);
        section("man.commands");
        root.subcommands().values().forEach(command -> command(command.getCommandSpec()));
        section("man.status");
        STATUSES.forEach(status -> entry(escaped(status), TEXT.get("man.status." + status)));
        section("man.environment");
        variables().forEach((name, meaning) -> entry("\\fB" + escaped(name) + "\\fR", meaning));
        section("man.see");
        line(escaped(TEXT.get("man.see.text")));
    }

    private static String version(CommandSpec root) {
        try {
            CommandLine.@Nullable IVersionProvider provider = root.versionProvider();
            return provider == null ? "" : String.join(" ", provider.getVersion());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A command with subcommands is the heading above them; each of those has an entry. */
    private void command(CommandSpec command) {
        if (!command.subcommands().isEmpty()) {
            command.subcommands().values().forEach(sub -> command(sub.getCommandSpec()));
            return;
        }
        line(".SS \"" + synopsis(command).replace("\"", "\\(dq") + "\"");
        line(escaped(String.join(" ", command.usageMessage().header())) + ".");
        command.positionalParameters().forEach(this::parameter);
        command.options().stream().filter(option -> !option.inherited()).forEach(this::option);
    }

    private static String synopsis(CommandSpec command) {
        Stream<String> options = command.options().stream()
                .filter(OptionSpec::required)
                .map(option -> option.longestName() + " " + option.paramLabel());
        Stream<String> parameters = command.positionalParameters().stream()
                .map(parameter -> parameter.arity().min() > 0 ? parameter.paramLabel() : "[" + parameter.paramLabel() + "]");
        return escaped(
                Stream.of(Stream.of(command.qualifiedName()), options, parameters).flatMap(part -> part).collect(Collectors.joining(" ")));
    }

    private void parameter(PositionalParamSpec parameter) {
        String description = String.join(" ", parameter.description());
        if (!description.isBlank()) {
            entry("\\fI" + escaped(parameter.paramLabel()) + "\\fR", description);
        }
    }

    private void option(OptionSpec option) {
        String names = Arrays.stream(option.names()).map(name -> "\\fB" + escaped(name) + "\\fR").collect(Collectors.joining(", "));
        String value = option.arity().max() > 0 ? " \\fI" + escaped(option.paramLabel()) + "\\fR" : "";
        entry(names + value, String.join(" ", option.description()));
    }

    private static Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("SWITCHBOARD_HOME", TEXT.get("man.variable.home"));
        variables.put("NO_COLOR", TEXT.get("man.variable.color"));
        variables.put("PGPASSWORD", TEXT.get("man.variable.password"));
        for (Setting setting : Setting.values()) {
            for (Environment environment : Environment.values()) {
                @Nullable String variable = setting.variable(environment);
                if (variable != null) {
                    variables.putIfAbsent(variable, TEXT.get("man.variable.setting", setting.key(), environments(setting, variable)));
                }
            }
        }
        return variables;
    }

    private static String environments(Setting setting, String variable) {
        List<String> codes = new ArrayList<>();
        for (Environment environment : new TreeSet<>(List.of(Environment.values()))) {
            if (variable.equals(setting.variable(environment))) {
                codes.add(environment.code());
            }
        }
        return String.join(", ", codes);
    }

    private void section(String key) {
        line(".SH \"" + escaped(TEXT.get(key)).toUpperCase(Locale.ROOT) + "\"");
    }

    private void entry(String term, String text) {
        line(".TP");
        line(term);
        // An empty line would be a paragraph.
        line(text.isBlank() ? "\\&" : escaped(text));
    }

    private void macro(String name, String... arguments) {
        line(name + Arrays.stream(arguments).map(argument -> " \"" + escaped(argument) + "\"").collect(Collectors.joining()));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    /** Marks what roff would obey, and writes the typographic signs by their names, which every device has. */
    static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-").replace("“", "\\(lq").replace("”", "\\(rq").replace("’", "\\(cq")
                .replace("…", "\\&...").replace("–", "\\(en").replace("\"", "\\(dq");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}

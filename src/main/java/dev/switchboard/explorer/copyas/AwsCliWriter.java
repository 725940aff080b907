package dev.switchboard.explorer.copyas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes requests as commands of the AWS CLI for a POSIX shell. */
public final class AwsCliWriter {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NEXT_LINE = " \\\n    ";
    private final ClientSettings settings;

    /** @param settings which tables the commands are for */
    public AwsCliWriter(ClientSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns a command without a line end.
     *
     * @param command such as {@code create-table}
     * @param options values by option, such as {@code --table-name}; values in JSON have escapes for characters that cannot be seen
     */
    public String command(String command, Map<String, String> options) {
        List<String> parts = begun(command);
        options.forEach((name, value) -> option(parts, name, CodeStrings.json(value)));
        return joined(parts);
    }

    private List<String> begun(String command) {
        List<String> parts = new ArrayList<>();
        parts.add(program() + "aws dynamodb " + command);
        option(parts, "--endpoint-url", settings.localEndpoint());
        option(parts, "--profile", settings.profile());
        option(parts, "--region", settings.region());
        return parts;
    }

    String write(ServiceRequest request) {
        List<String> parts = begun(dashes(request.operation()));
        request.parameters().forEach((name, parameter) -> option(parts, name, parameter));
        if (request.parameters().values().stream().anyMatch(Parameter::hasBinary)) {
            // The default of version 2. Version 1 would write the Base64 text itself, and fails at this option instead.
            option(parts, "--cli-binary-format", "base64");
        }
        return switch (request.reading()) {
            case ServiceRequest.Reading.Nothing() -> joined(parts) + "\n";
            case ServiceRequest.Reading.Pages(long limit, int segments) -> {
                // The CLI reads all pages by itself.
                if (limit > 0) {
                    option(parts, "--max-items", Long.toString(limit));
                }
                yield segments == 1 ? joined(parts) + "\n" : segments(parts, segments);
            }
            case ServiceRequest.Reading.Tokens() -> tokens(parts);
        };
    }

    private String program() {
        return settings.localEndpoint() == null
                ? ""
                : "AWS_ACCESS_KEY_ID=" + ClientSettings.LOCAL_KEY + " AWS_SECRET_ACCESS_KEY=" + ClientSettings.LOCAL_KEY + " ";
    }

    private static String segments(List<String> parts, int segments) {
        option(parts, "--total-segments", Integer.toString(segments));
        parts.add("--segment \"$segment\"");
        return "for ((segment = 0; segment < " + segments + "; segment++)); do\n  " + joined(parts) + "\ndone\n";
    }

    /** The token has neither quotes nor backslashes, and only the one of the page itself is indented by four spaces. */
    private static String tokens(List<String> parts) {
        parts.add("--output json \"${next[@]}\"");
        return """
                next=()
                while page=$(%s); do
                  printf '%%s\\n' "$page"
                  token=$(printf '%%s\\n' "$page" | sed -n 's/^    "NextToken": "\\(.*\\)",\\{0,1\\}$/\\1/p')
                  [ -n "$token" ] || break
                  next=(--next-token "$token")
                done
                """.formatted(joined(parts));
    }

    private static String joined(List<String> parts) {
        return String.join(NEXT_LINE, parts);
    }

    private static void option(List<String> parts, String name, @Nullable String value) {
        if (value != null) {
            // A value that begins with a dash would be read as an option.
            parts.add(value.startsWith("-") ? name + "=" + CodeStrings.shell(value) : name + " " + CodeStrings.shell(value));
        }
    }

    private static void option(List<String> parts, String name, Parameter parameter) {
        String option = "--" + dashes(name);
        if (parameter instanceof Parameter.Flag(boolean on)) {
            parts.add(on ? option : "--no-" + dashes(name));
        } else if (parameter instanceof Parameter.Text(String text)) {
            option(parts, option, text);
        } else {
            option(parts, option, CodeStrings.json(json(parameter)));
        }
    }

    static String json(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Text(String text) -> json(text);
            case Parameter.Flag(boolean on) -> String.valueOf(on);
            case Parameter.Names(Map<String, String> names) -> json(names);
            case Parameter.Values(Map<String, TypedValue> values) -> TypedItems.item(new TypedValue.Members(values)).toJson();
            case Parameter.Structure(String _, Map<String, Parameter> members) -> members.entrySet().stream()
                    .map(member -> json(member.getKey()) + ":" + json(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
            case Parameter.Structures(List<Parameter.Structure> elements) ->
                elements.stream().map(AwsCliWriter::json).collect(Collectors.joining(",", "[", "]"));
        };
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String dashes(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}

package dev.switchboard.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.RegularFiles;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a settings file strictly. A setting that is ignored because of its type or its name could be the expected account, which would
 * then no longer be checked; so whatever is not understood in the section of an environment is an error.
 */
final class SettingsFileReader {
    private static final Messages TEXT = Messages.of(SettingsFileReader.class);
    private static final int LARGEST = 1_000_000;
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);
    private static final Set<String> ENVIRONMENTS =
            Arrays.stream(Environment.values()).map(Environment::code).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> SETTINGS =
            Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.toUnmodifiableSet());
    private final Path file;

    private SettingsFileReader(Path file) {
        this.file = file;
    }

    /**
     * Reads the file. A missing file is treated as empty.
     *
     * @throws InvalidInputException if it is not a valid settings file, with the line or the setting
     * @throws OperationFailedException if it cannot be read
     */
    static ObjectNode read(Path file) {
        return new SettingsFileReader(file).content();
    }

    private ObjectNode content() {
        rejectDanglingLinks();
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            JsonNode read = SettingsMapper.JSON.readTree(withoutByteOrderMark(Utf8.decode(bytes())));
            if (read instanceof ObjectNode object) {
                check(object);
                return object;
            }
            throw malformed(1, null);
        } catch (Utf8.InvalidUtf8Exception e) {
            throw malformed(e.line(), e);
        } catch (JsonProcessingException e) {
            Matcher duplicate = DUPLICATE.matcher(String.valueOf(e.getOriginalMessage()));
            if (duplicate.find()) {
                throw invalid("duplicate", e, file, duplicate.group(1));
            }
            throw malformed(e.getLocation() == null ? 1 : e.getLocation().getLineNr(), e);
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("settings.unreadable", file), TEXT.get("settings.unreadable.remedy"), e);
        }
    }

    /** A link to a disk that is not mounted, for example, hides the settings, and is not the same as a missing file. */
    private void rejectDanglingLinks() {
        for (Path path = file.toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.isSymbolicLink(path) && Files.notExists(path)) {
                throw invalid("dangling", null, file, path);
            }
        }
    }

    private byte[] bytes() throws IOException {
        try (InputStream in = RegularFiles.open(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw invalid("too-large", null, file, LARGEST / 1_000_000);
            }
            return bytes;
        }
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void check(ObjectNode root) {
        for (Map.Entry<String, JsonNode> section : root.properties()) {
            String name = section.getKey();
            if (ENVIRONMENTS.contains(name) || name.equals(SettingsFile.WINDOW)) {
                checkSection(name, section.getValue());
            } else if (SETTINGS.contains(name)) {
                throw invalid("misplaced", null, file, name);
            } else if ((section.getValue().isContainerNode() && containsSetting(section.getValue()))
                    || ENVIRONMENTS.contains(name.strip().toLowerCase(Locale.ROOT))) {
                throw invalid("unknown-environment", null, file, name);
            }
        }
    }

    private static boolean containsSetting(JsonNode node) {
        return SETTINGS.stream().anyMatch(name -> node.findValue(name) != null);
    }

    private void checkSection(String name, JsonNode section) {
        if (!section.isObject()) {
            throw invalid("no-section", null, file, name);
        }
        for (Map.Entry<String, JsonNode> setting : section.properties()) {
            String path = name + "." + setting.getKey();
            if (!name.equals(SettingsFile.WINDOW) && !SETTINGS.contains(setting.getKey())) {
                throw invalid("unknown", null, file, path, SETTINGS.stream().sorted().collect(Collectors.joining(", ")));
            }
            if (!setting.getValue().isTextual() && !setting.getValue().isNull()) {
                throw invalid("no-text", null, file, path);
            }
        }
    }

    private InvalidInputException malformed(int line, @Nullable Throwable cause) {
        return invalid("malformed", cause, file, line);
    }

    /** The code, the sentence and the remedy have the same name. */
    private static InvalidInputException invalid(String what, @Nullable Throwable cause, Object... arguments) {
        String key = "settings." + what;
        return new InvalidInputException(
                "settings_" + what.replace('-', '_'), TEXT.get(key, arguments), TEXT.get(key + ".remedy", arguments), cause);
    }
}

package dev.switchboard.settings;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings that are kept between runs: a JSON object with one object per environment and one for the window. Unknown keys are
 * preserved. The file is replaced atomically, so a crash leaves either the old or the new contents. Only values that were changed
 * through this object are written, so two windows that use the same home keep each other's changes.
 */
public final class SettingsFile {
    private static final Messages TEXT = Messages.of(SettingsFile.class);
    private static final int LARGEST = 1_000_000;
    private final Path file;
    private final Map<Place, Optional<String>> changes = new LinkedHashMap<>();
    private ObjectNode root;

    /** The position of a value in the file. */
    private record Place(String section, String name) {}

    /** A separate class because the mapper takes a tenth of a second to load, and most commands find no file. */
    private static final class Mapper {
        static final ObjectMapper JSON = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    private SettingsFile(Path file, ObjectNode root) {
        this.file = file;
        this.root = root;
    }

    /**
     * Reads the file. A missing file is treated as empty.
     *
     * @throws InvalidInputException if it is not a JSON object, with the line number
     * @throws OperationFailedException if it cannot be read
     */
    public static SettingsFile read(Path file) {
        return new SettingsFile(file, content(file));
    }

    private static ObjectNode content(Path file) {
        if (Files.notExists(file)) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            JsonNode read = Mapper.JSON.readTree(bytes(file));
            if (read instanceof ObjectNode object) {
                return object;
            }
            throw new InvalidInputException("settings_malformed", TEXT.get("settings.malformed", file, 1),
                    TEXT.get("settings.malformed.remedy"));
        } catch (CharConversionException e) {
            throw new InvalidInputException("settings_malformed", TEXT.get("settings.malformed", file, 1),
                    TEXT.get("settings.malformed.remedy"), e);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new InvalidInputException(
                    "settings_malformed", TEXT.get("settings.malformed", file, line), TEXT.get("settings.malformed.remedy"), e);
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("settings.unreadable", file), TEXT.get("settings.unreadable.remedy"), e);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new InvalidInputException(
                        "settings_too_large", TEXT.get("settings.too-large", file, LARGEST / 1_000_000),
                        TEXT.get("settings.too-large.remedy"));
            }
            return bytes;
        }
    }

    /** The stored value of a setting, or null. */
    public synchronized @Nullable String get(Environment environment, Setting setting) {
        return text(environment.code(), setting.key());
    }

    /** Changes a setting in memory; null or blank removes it. {@link #save} writes the change to the file. */
    public synchronized void set(Environment environment, Setting setting, @Nullable String value) {
        put(environment.code(), setting.key(), value);
    }

    /** The stored value of a window property, or null. */
    public synchronized @Nullable String window(String name) {
        return text("window", name);
    }

    /** Changes a window property in memory; null removes it. */
    public synchronized void setWindow(String name, @Nullable String value) {
        put("window", name, value);
    }

    private @Nullable String text(String section, String name) {
        JsonNode value = root.path(section).path(name);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText() : null;
    }

    private void put(String section, String name, @Nullable String value) {
        Optional<String> kept = value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
        Place place = new Place(section, name);
        changes.put(place, kept);
        put(root, place, kept);
    }

    private static void put(ObjectNode root, Place place, Optional<String> value) {
        ObjectNode node = root.get(place.section()) instanceof ObjectNode existing ? existing : root.putObject(place.section());
        value.ifPresentOrElse(text -> node.put(place.name(), text), () -> node.remove(place.name()));
    }

    /**
     * Merges the changes into the current contents of the file.
     *
     * @throws OperationFailedException if the file cannot be written; its previous contents are unchanged
     * @throws InvalidInputException if the file has become unreadable; it is not changed
     */
    public synchronized void save() {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        // The file lock excludes other processes, the monitor excludes other threads of this process.
        synchronized (SettingsFile.class) {
            try {
                Files.createDirectories(folder);
                try (FileChannel channel = FileChannel.open(file.resolveSibling("settings.lock"), CREATE, WRITE);
                        FileLock _ = channel.lock()) {
                    ObjectNode merged = content(file);
                    changes.forEach((place, value) -> put(merged, place, value));
                    write(folder, merged);
                    root = merged;
                    changes.clear();
                }
            } catch (IOException e) {
                throw new OperationFailedException(TEXT.get("settings.unwritable", file), TEXT.get("home.unwritable.remedy"), e);
            }
        }
    }

    private void write(Path folder, ObjectNode content) throws IOException {
        @Nullable String version = SettingsFile.class.getPackage().getImplementationVersion();
        content.put("version", version == null ? "development" : version);
        Path temporary = Files.createTempFile(folder, "settings", ".tmp");
        try {
            Mapper.JSON.writerWithDefaultPrettyPrinter().writeValue(temporary.toFile(), content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}

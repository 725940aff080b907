package dev.switchboard.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.NewFile;
import dev.switchboard.file.PrivateFiles;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings that are kept between runs: a JSON object with one object per environment and one for the window. Unknown sections
 * are preserved. The file is replaced atomically, so a crash leaves either the old or the new contents. Only values that were changed
 * through this object are written, so two windows that use the same home keep each other's changes.
 */
public final class SettingsFile {
    private static final Messages TEXT = Messages.of(SettingsFile.class);
    static final String WINDOW = "window";
    private final Path file;
    private final Map<Place, Optional<String>> changes = new LinkedHashMap<>();
    private ObjectNode root;

    /** The position of a value in the file. */
    private record Place(String section, String name) {}

    private SettingsFile(Path file, ObjectNode root) {
        this.file = file;
        this.root = root;
    }

    /**
     * Reads the file. A missing file is treated as empty.
     *
     * @throws InvalidInputException if it is not a valid settings file, with the line or the setting
     * @throws OperationFailedException if it cannot be read
     */
    public static SettingsFile read(Path file) {
        return new SettingsFile(file, SettingsFileReader.read(file));
    }

    /** The stored value of a setting, or null. */
    public synchronized @Nullable String get(Environment environment, Setting setting) {
        return text(environment.code(), setting.key());
    }

    /** Changes a setting in memory; null or blank removes it. {@link #save} writes the change to the file. */
    public synchronized void set(Environment environment, Setting setting, @Nullable String value) {
        put(environment.code(), setting.key(), value);
    }

    /**
     * A copy with other values of some settings, for trying them out. It is not to be saved.
     *
     * @param values the other values; blank removes a setting
     */
    public synchronized SettingsFile withUnsaved(Environment environment, Map<Setting, String> values) {
        SettingsFile copy = new SettingsFile(file, root.deepCopy());
        values.forEach((setting, value) -> copy.set(environment, setting, value));
        return copy;
    }

    /** The stored value of a window property, or null. */
    public synchronized @Nullable String window(String name) {
        return text(WINDOW, name);
    }

    /** Changes a window property in memory; null removes it. */
    public synchronized void setWindow(String name, @Nullable String value) {
        put(WINDOW, name, value);
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
     * Merges the changes into the current contents of the file. Values can be read and changed meanwhile, without waiting for the disk
     * or for the lock of another process; what is changed meanwhile is written by the next call.
     *
     * @throws OperationFailedException if the file cannot be written; its previous contents are unchanged
     * @throws InvalidInputException if the file has become unreadable; it is not changed
     */
    public void save() {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        // The file lock excludes other processes, the monitor of the class excludes other threads of this process.
        synchronized (SettingsFile.class) {
            try {
                PrivateFiles.createDirectories(folder);
                try (FileChannel channel = PrivateFiles.open(file.resolveSibling("settings.lock"), StandardOpenOption.WRITE);
                        FileLock _ = channel.lock()) {
                    ObjectNode merged = SettingsFileReader.read(file);
                    Map<Place, Optional<String>> writing = changesNow();
                    writing.forEach((place, value) -> put(merged, place, value));
                    write(merged);
                    saved(merged, writing);
                }
            } catch (IOException e) {
                throw new OperationFailedException(TEXT.get("settings.unwritable", file), TEXT.get("home.unwritable.remedy"), e);
            }
        }
    }

    private synchronized Map<Place, Optional<String>> changesNow() {
        return new LinkedHashMap<>(changes);
    }

    private synchronized void saved(ObjectNode merged, Map<Place, Optional<String>> written) {
        // A value that was changed again meanwhile stays a change.
        written.forEach(changes::remove);
        changes.forEach((place, value) -> put(merged, place, value));
        root = merged;
    }

    private void write(ObjectNode content) throws IOException {
        @Nullable String version = SettingsFile.class.getPackage().getImplementationVersion();
        content.put("version", version == null ? "development" : version);
        try (NewFile replacement = NewFile.at(file)) {
            replacement.write(SettingsMapper.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
            replacement.replace();
        }
    }
}

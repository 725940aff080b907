package dev.switchboard.local.userpool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.NewFile;
import dev.switchboard.file.RegularFiles;
import dev.switchboard.text.Messages;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contents of a user pool file: {@code {"poolId", "name", "users": [{"username", "status", "enabled", "createdAt",
 * "attributes": {name: value}}]}}.
 */
public record PoolFile(String poolId, String name, List<LocalPoolUser> users) {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final Messages TEXT = Messages.of(PoolFile.class);
    private static final Logger LOG = LoggerFactory.getLogger(PoolFile.class);
    private static final int LARGEST = 100_000_000;
    private static final String BUNDLED = "/db/user-pool.json";

    public PoolFile {
        users = List.copyOf(users);
    }

    /**
     * Reads a user pool file. If it does not exist, it is created from the bundled user pool.
     *
     * @throws InvalidInputException if it is not a valid user pool file, with the position
     * @throws OperationFailedException if it cannot be read or written
     */
    public static PoolFile readOrCreate(Path file) {
        try {
            if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
                create(file);
            }
            return parse(file, JSON.readTree(bytes(file)));
        } catch (CharConversionException e) {
            throw new InvalidInputException("pool_malformed", TEXT.get("pool.malformed", file + ", line 1"),
                    TEXT.get("pool.malformed.remedy"), e);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw new InvalidInputException("pool_malformed", TEXT.get("pool.malformed", file + place), TEXT.get("pool.malformed.remedy"),
                    e);
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("pool.unreadable", file), TEXT.get("pool.unreadable.remedy"), e);
        }
    }

    private static void create(Path file) throws IOException {
        try (InputStream bundled = PoolFile.class.getResourceAsStream(BUNDLED);
                NewFile created = NewFile.at(file)) {
            if (bundled == null) {
                throw new IllegalStateException("missing in this build: " + BUNDLED);
            }
            created.write(bundled.readAllBytes());
            created.publish();
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Another process has created {}", file, e);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = RegularFiles.open(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new InvalidInputException("pool_too_large", TEXT.get("pool.too-large", file, LARGEST / 1_000_000),
                        TEXT.get("pool.malformed.remedy"));
            }
            return bytes;
        }
    }

    private static Instant createdAt(String text, String place) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidInputException("pool_malformed", TEXT.get("pool.malformed", place), TEXT.get("pool.malformed.remedy"), e);
        }
    }

    private static PoolFile parse(Path file, JsonNode root) {
        List<LocalPoolUser> users = new ArrayList<>();
        for (JsonNode user : root.path("users")) {
            Map<String, String> attributes = new TreeMap<>();
            user.path("attributes").properties().forEach(entry -> attributes.put(entry.getKey(), entry.getValue().asText()));
            String place = file + ", user " + (users.size() + 1);
            if (!user.path("username").isTextual() || !attributes.containsKey("sub")) {
                throw new InvalidInputException("pool_malformed", TEXT.get("pool.malformed", place), TEXT.get("pool.malformed.remedy"));
            }
            users.add(new LocalPoolUser(
                    user.path("username").asText(),
                    attributes,
                    user.path("status").asText("CONFIRMED"),
                    user.path("enabled").asBoolean(true),
                    createdAt(user.path("createdAt").asText("2026-01-05T08:00:00Z"), place)));
        }
        if (!root.path("poolId").isTextual()) {
            throw new InvalidInputException("pool_malformed", TEXT.get("pool.malformed", file), TEXT.get("pool.malformed.remedy"));
        }
        return new PoolFile(root.path("poolId").asText(), root.path("name").asText("local"), users);
    }
}

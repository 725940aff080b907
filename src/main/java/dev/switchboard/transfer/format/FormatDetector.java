package dev.switchboard.transfer.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the format of a file of items by its name and its first record. */
public final class FormatDetector {
    private static final Messages TEXT = Messages.of(FormatDetector.class);
    private static final Set<String> TYPES = Set.of("S", "N", "B", "BOOL", "NULL", "M", "L", "SS", "NS", "BS");
    private static final ObjectMapper JSON = new ObjectMapper();

    private FormatDetector() {}

    /**
     * Returns the format. A record that is neither clearly DynamoDB JSON nor plain JSON counts as DynamoDB JSON.
     *
     * @param file a file, compressed or not, or the folder or manifest of an export to S3
     * @throws InvalidInputException if it does not exist or cannot be read
     */
    public static TransferFormat detect(Path file) {
        Path first = TransferSource.of(file).files().getFirst();
        if (TransferFormat.of(first) == TransferFormat.CSV) {
            return TransferFormat.CSV;
        }
        try (BufferedReader in = new BufferedReader(new InputStreamReader(TransferReader.bytes(first), StandardCharsets.UTF_8))) {
            String line = firstLine(in);
            return line.isEmpty() || line.startsWith("{") ? ofJson(line) : TransferFormat.CSV;
        } catch (NoSuchFileException e) {
            throw new InvalidInputException("transfer_missing", TEXT.get("read.missing", first), TEXT.get("read.missing.remedy"), e);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "transfer_damaged", TEXT.get("read.damaged", first.getFileName(), 1, TEXT.get("read.bytes")),
                    TEXT.get("read.damaged.remedy"), e);
        }
    }

    private static String firstLine(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && line.length() < TransferReader.LONGEST; c = in.read()) {
            boolean blank = Character.isWhitespace(c) || c == '\uFEFF';
            if (!line.isEmpty() && (c == '\n' || c == '\r')) {
                break;
            }
            if (!line.isEmpty() || !blank) {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static TransferFormat ofJson(String line) {
        try {
            @Nullable JsonNode record = JSON.readTree(line);
            JsonNode wrapped = record == null ? JSON.nullNode() : record.path("Item");
            JsonNode item = record != null && record.size() == 1 && wrapped.isObject() && isTyped(wrapped) ? wrapped : record;
            boolean plain = item != null && item.isObject() && !item.isEmpty() && !isTyped(item);
            return plain ? TransferFormat.JSON : TransferFormat.DYNAMODB_JSON;
        } catch (JsonProcessingException e) {
            return TransferFormat.DYNAMODB_JSON;
        }
    }

    /** Whether each value is an object with the type as its only name. */
    private static boolean isTyped(JsonNode item) {
        return item.valueStream().allMatch(value -> value.isObject() && value.size() == 1 && TYPES.contains(value.fieldNames().next()));
    }
}

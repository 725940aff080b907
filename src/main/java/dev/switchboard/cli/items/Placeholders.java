package dev.switchboard.cli.items;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the placeholders of expressions as the AWS CLI takes them. */
final class Placeholders {
    private static final Messages TEXT = Messages.of(Placeholders.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Placeholders() {}

    /**
     * Returns attribute names by placeholder.
     *
     * @param json a JSON object of strings; null for none
     * @throws InvalidInputException if it is not one
     */
    static Map<String, String> names(@Nullable String json) {
        if (json == null) {
            return Map.of();
        }
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new InvalidInputException("names_malformed", TEXT.get("select.names"), TEXT.get("select.names.remedy"), e);
        }
    }
}

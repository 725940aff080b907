package dev.switchboard.users;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.journal.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The changes of users' Cognito IDs, as parameters of the SQL statement and as images in the journal. */
record CognitoSubChanges(List<One> all) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "cognito_user_id";

    /** The change for one user; either Cognito ID may be null. */
    record One(String uuid, String handle, @Nullable String previous, @Nullable String id) {
        One inverse() {
            return new One(uuid, handle, id, previous);
        }
    }

    static CognitoSubChanges of(List<UserComparison.Entry> entries) {
        return new CognitoSubChanges(entries.stream()
                .map(entry -> new One(String.valueOf(entry.uuid()), String.valueOf(entry.handle()), entry.previous(), entry.sub()))
                .toList());
    }

    CognitoSubChanges inverse() {
        return new CognitoSubChanges(all.stream().map(One::inverse).toList());
    }

    /** The parameters of {@code users/apply_cognito_ids}. */
    Map<String, Object> parameters() {
        List<@Nullable String> previous = new ArrayList<>(all.size());
        List<@Nullable String> ids = new ArrayList<>(all.size());
        all.forEach(one -> {
            previous.add(one.previous());
            ids.add(one.id());
        });
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("uuids", all.stream().map(One::uuid).toList());
        parameters.put("handles", all.stream().map(One::handle).toList());
        parameters.put("previous", previous);
        parameters.put("subs", ids);
        return parameters;
    }

    List<Change> toJournal() {
        return all.stream()
                .map(one -> new Change(
                        JsonNodeFactory.instance.objectNode().put("uuid", one.uuid()).put("handle", one.handle()).toString(),
                        image(one.previous()),
                        image(one.id())))
                .toList();
    }

    private static String image(@Nullable String id) {
        ObjectNode image = JsonNodeFactory.instance.objectNode();
        return (id == null ? image.putNull(ID) : image.put(ID, id)).toString();
    }

    static One fromJournal(Change change) {
        try {
            JsonNode key = JSON.readTree(change.key());
            return new One(key.path("uuid").asText(), key.path("handle").asText(), id(change.before()), id(change.after()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no change of an id: " + change.key(), e);
        }
    }

    private static @Nullable String id(@Nullable String image) throws JsonProcessingException {
        JsonNode id = image == null ? JsonNodeFactory.instance.nullNode() : JSON.readTree(image).path(ID);
        return id.isTextual() ? id.asText() : null;
    }
}

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
record CognitoSubChanges(List<CognitoSubChange> all) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ATTRIBUTE = "cognito_user_id";

    /** The change for one user; either Cognito ID may be null. */
    record CognitoSubChange(String uuid, String handle, @Nullable String previous, @Nullable String cognitoSub) {
        CognitoSubChange inverse() {
            return new CognitoSubChange(uuid, handle, cognitoSub, previous);
        }
    }

    static CognitoSubChanges of(List<UserComparison.UserMatch> entries) {
        return new CognitoSubChanges(entries.stream()
                .map(entry -> new CognitoSubChange(String.valueOf(entry.uuid()), String.valueOf(entry.handle()), entry.previous(),
                        entry.cognitoSub()))
                .toList());
    }

    CognitoSubChanges inverse() {
        return new CognitoSubChanges(all.stream().map(CognitoSubChange::inverse).toList());
    }

    /** The parameters of {@code users/apply_cognito_ids}. */
    Map<String, Object> parameters() {
        List<@Nullable String> previous = new ArrayList<>(all.size());
        List<@Nullable String> subs = new ArrayList<>(all.size());
        all.forEach(change -> {
            previous.add(change.previous());
            subs.add(change.cognitoSub());
        });
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("uuids", all.stream().map(CognitoSubChange::uuid).toList());
        parameters.put("handles", all.stream().map(CognitoSubChange::handle).toList());
        parameters.put("previous", previous);
        parameters.put("subs", subs);
        return parameters;
    }

    List<Change> toJournal() {
        return all.stream()
                .map(change -> new Change(
                        JsonNodeFactory.instance.objectNode().put("uuid", change.uuid()).put("handle", change.handle()).toString(),
                        image(change.previous()),
                        image(change.cognitoSub())))
                .toList();
    }

    private static String image(@Nullable String cognitoSub) {
        ObjectNode image = JsonNodeFactory.instance.objectNode();
        return (cognitoSub == null ? image.putNull(ATTRIBUTE) : image.put(ATTRIBUTE, cognitoSub)).toString();
    }

    static CognitoSubChange fromJournal(Change change) {
        try {
            JsonNode key = JSON.readTree(change.key());
            return new CognitoSubChange(key.path("uuid").asText(), key.path("handle").asText(), cognitoSub(change.before()),
                    cognitoSub(change.after()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a change of a Cognito ID: " + change.key(), e);
        }
    }

    private static @Nullable String cognitoSub(@Nullable String image) throws JsonProcessingException {
        JsonNode sub = image == null ? JsonNodeFactory.instance.nullNode() : JSON.readTree(image).path(ATTRIBUTE);
        return sub.isTextual() ? sub.asText() : null;
    }
}

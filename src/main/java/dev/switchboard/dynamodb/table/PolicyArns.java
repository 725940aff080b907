package dev.switchboard.dynamodb.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Resource-based policies of tables: their spelling, and the ARNs in them. */
final class PolicyArns {
    private static final JsonMapper JSON = new JsonMapper();

    private PolicyArns() {}

    /** The policy without insignificant white space, so that two spellings of one policy are equal. */
    static String normal(String policy) {
        try {
            return JSON.readTree(policy).toString();
        } catch (JsonProcessingException e) {
            return policy;
        }
    }

    /** Replaces the ARN of a table, and those of its streams, by those of another table. */
    static @Nullable String replace(@Nullable String policy, String arn, String otherArn, @Nullable String otherStreamArn) {
        if (policy == null || arn.isEmpty()) {
            return policy;
        }
        String streams = otherStreamArn == null
                ? policy
                : Pattern.compile(Pattern.quote(arn) + "/stream/[^\"*]+").matcher(policy)
                        .replaceAll(Matcher.quoteReplacement(otherStreamArn));
        // Not the ARN of a table whose name begins like this one.
        return Pattern.compile(Pattern.quote(arn) + "(?![a-zA-Z0-9_.-])").matcher(streams).replaceAll(Matcher.quoteReplacement(otherArn));
    }
}

package dev.switchboard.doctor.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something wrong in the data.
 *
 * @param subject what is needed to find it, by name: {@code group}, {@code user}, {@code message}, {@code handle}, {@code sub}, and {@code
 *     key}, the key of an item in DynamoDB JSON; in the order in which it is shown
 * @param detail one sentence
 */
public record Finding(DataCheck check, Map<String, String> subject, String detail) {
    public Finding {
        subject = Collections.unmodifiableMap(new LinkedHashMap<>(subject));
    }

    /** Returns a part of the subject; empty if the finding has none. */
    public String subject(String name) {
        return subject.getOrDefault(name, "");
    }
}

package dev.switchboard.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.text.Messages;
import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Whether failures that differ are told differently: by their sentence, or by what to do about it. */
public final class FailureMessageAssertions {
    private static final String REMEDY = ".remedy";

    private FailureMessageAssertions() {}

    /**
     * Fails where two failures have the same sentence and the same remedy.
     *
     * @param owner whose messages these are
     * @param failures which keys are a failure's; those of remedies are left out
     * @param more how many there are at the least, so that a changed prefix does not empty the search
     */
    public static void assertIn(Class<?> owner, Predicate<String> failures, int more) {
        ResourceBundle texts = Messages.bundle(owner);
        Map<String, String> byWords = new HashMap<>();
        Set<String> twice = new TreeSet<>();
        for (String key : texts.keySet()) {
            if (failures.test(key) && !key.endsWith(REMEDY) && texts.containsKey(key + REMEDY)) {
                String other = byWords.put(texts.getString(key) + texts.getString(key + REMEDY), key);
                if (other != null) {
                    twice.add(other + " and " + key);
                }
            }
        }
        assertThat(byWords).hasSizeGreaterThan(more);
        assertThat(twice).isEmpty();
    }
}

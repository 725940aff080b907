package dev.switchboard.dynamodb.edit;

import dev.switchboard.dynamodb.item.Item;
import org.jspecify.annotations.Nullable;

/** What became of one edit. */
public sealed interface EditResult {
    /** The item is as the edit leaves it. */
    record Written() implements EditResult {}

    /**
     * The item was not as it was read; nothing was written.
     *
     * @param now the current item; null if it does not exist
     */
    record Conflict(@Nullable Item now) implements EditResult {}

    /**
     * Nothing was written.
     *
     * @param sentence why
     */
    record Rejected(String sentence) implements EditResult {}

    /**
     * It was sent and no response arrived, so that it may or may not be written.
     *
     * @param sentence why
     */
    record Unanswered(String sentence) implements EditResult {}

    /** It was not sent, because the whole was canceled, failed before, or was one transaction in which another edit had a conflict. */
    record NotSent() implements EditResult {}
}

package dev.switchboard.seeding.load;

import dev.switchboard.conversations.ConversationItems;
import dev.switchboard.conversations.ScriptedMessage;
import dev.switchboard.dynamodb.item.Item;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Generates the items of a load one after the other, in a fixed order: of each conversation its messages and then its two group items. Holds one
 * conversation’s participants at a time. Not safe for several threads.
 */
final class LoadItems implements Iterator<LoadItems.LoadItem> {
    private final LoadSpec spec;
    private final LoadRandom random;
    private final GroupPairs pairs;
    private final GroupSizes sizes;
    private int group = -1;
    private long firstMessage;
    private long size;
    private long next;
    private @Nullable LoadGroup current;

    /**
     * An item with the conversation that it belongs to.
     *
     * @param owner for a group item the user who has it in their list; null for a message
     */
    record LoadItem(Item item, String groupUuid, @Nullable String owner) {}

    /** @param from the number of items to skip */
    LoadItems(LoadSpec spec, long from) {
        this.spec = spec;
        random = spec.random();
        pairs = new GroupPairs(spec);
        sizes = new GroupSizes(spec, random);
        long skip = from;
        while (group < spec.groups() - 1) {
            enter();
            if (skip < size + 2) {
                next = skip;
                return;
            }
            skip -= size + 2;
        }
        next = size + 2;
    }

    private void enter() {
        firstMessage += size;
        group++;
        pairs.next();
        size = sizes.next(group, pairs);
        next = 0;
        current = null;
    }

    @Override
    public boolean hasNext() {
        return group >= 0 && (next < size + 2 || group < spec.groups() - 1);
    }

    @Override
    public LoadItem next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (next == size + 2) {
            enter();
        }
        if (current == null) {
            current = LoadGroup.of(random, group, pairs, firstMessage, size);
        }
        LoadGroup in = current;
        long at = next++;
        if (at < size) {
            return new LoadItem(ConversationItems.message(in.uuid(), in.message(at)), in.uuid(), null);
        }
        LoadUser owner = at == size ? in.first() : in.second();
        LoadUser other = at == size ? in.second() : in.first();
        ScriptedMessage last = in.message(size - 1);
        String ownerUuid = owner.participant().uuid();
        return new LoadItem(ConversationItems.groupItem(ownerUuid, other.participant(), in.uuid(), last), in.uuid(), ownerUuid);
    }
}

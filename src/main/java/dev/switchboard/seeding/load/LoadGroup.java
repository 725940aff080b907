package dev.switchboard.seeding.load;

import dev.switchboard.conversations.ScriptedMessage;

/**
 * A synthetic conversation.
 *
 * @param firstMessage the number of its first message within the load
 */
record LoadGroup(LoadRandom random, String uuid, LoadUser first, LoadUser second, long firstMessage, MessageTimes times) {
    static LoadGroup of(LoadRandom random, int group, GroupPairs pairs, long firstMessage, long messages) {
        return new LoadGroup(
                random,
                random.uuid(LoadRandom.Use.GROUP, group),
                LoadUser.of(random, pairs.first()),
                LoadUser.of(random, pairs.second()),
                firstMessage,
                new MessageTimes(random, group, messages));
    }

    /** Returns a message, counted from 0 within the conversation. */
    ScriptedMessage message(long index) {
        long number = firstMessage + index;
        LoadUser sender = random.below(2, LoadRandom.Use.SENDER, number) == 0 ? first : second;
        return new ScriptedMessage(
                random.uuid(LoadRandom.Use.MESSAGE, number),
                sender.participant(),
                MessageTexts.of(random, first.language(), number),
                times.of(index));
    }
}

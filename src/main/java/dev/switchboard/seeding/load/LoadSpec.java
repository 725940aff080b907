package dev.switchboard.seeding.load;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a synthetic load consists of. The same specification always means the same users, conversations and messages; loads of different
 * specifications share no user, conversation or message, so that they can be in one table.
 *
 * @param users the number of users
 * @param groups the number of conversations, each of two different users
 * @param messages the number of messages of all conversations, at least one each
 * @param randomSeed chooses one of many loads of these sizes
 */
public record LoadSpec(int users, int groups, long messages, long randomSeed) {
    /** The most users. */
    public static final int MOST_USERS = 10_000_000;

    /** The most conversations. The newest messages of a user's conversations differ in their microseconds, of which there are as many. */
    public static final int MOST_GROUPS = 1_000_000;

    /** The most messages. */
    public static final long MOST_MESSAGES = 100_000_000;

    private static final Messages TEXT = Messages.of(LoadSpec.class);

    /** @throws InvalidInputException if no data can have these sizes */
    public LoadSpec {
        if (users < 1 || users > MOST_USERS) {
            throw invalid("users", MOST_USERS);
        }
        if (groups < 0 || groups > MOST_GROUPS) {
            throw invalid("groups", MOST_GROUPS);
        }
        if (messages < 0 || messages > MOST_MESSAGES) {
            throw invalid("messages", MOST_MESSAGES);
        }
        long pairs = users * (users - 1L) / 2;
        if (groups > pairs) {
            throw invalid("pairs", users, pairs, groups);
        }
        if (messages < groups || (groups == 0 && messages > 0)) {
            throw invalid("few-messages", groups, messages);
        }
    }

    private static InvalidInputException invalid(String what, Object... arguments) {
        return new InvalidInputException(
                "load_" + what.replace('-', '_'), TEXT.get("load." + what, arguments), TEXT.get("load." + what + ".remedy"));
    }

    /** The number of items in the messages table: each message, and one item a participant for each conversation. */
    public long items() {
        return messages + 2L * groups;
    }

    /** Derives what is random about this load. */
    LoadRandom random() {
        String name = "switchboard load\n" + users + "\n" + groups + "\n" + messages + "\n" + randomSeed;
        return new LoadRandom(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}

package dev.switchboard.seeding.load;

/**
 * The pairs of users that have a conversation, in a fixed order and without holding them: the users with ranks a and b, counted from 1, have one
 * if a × b is not above a limit. So the user with rank a has about limit ÷ a conversations: the first one with nearly everybody, and most with one
 * or two, as in Zipf’s law. Not safe for several threads.
 */
final class GroupPairs {
    private final long users;
    private final long limit;
    private long first = 1;
    private long second = 1;

    GroupPairs(LoadSpec spec) {
        users = spec.users();
        long low = 0;
        long high = users * users;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (count(middle) < spec.groups()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        limit = low;
    }

    private long count(long product) {
        long count = 0;
        for (long a = 1; a < Math.min(users, product / a); a++) {
            count += Math.min(users, product / a) - a;
        }
        return count;
    }

    /** Moves to the next pair. To be called for the first one too, and as often as there are conversations. */
    void next() {
        second++;
        while (second > Math.min(users, limit / first)) {
            first++;
            second = first + 1;
        }
    }

    /** The rank of the more active user, from 0. */
    int first() {
        return (int) first - 1;
    }

    /** The rank of the other user, from 0. */
    int second() {
        return (int) second - 1;
    }
}

package dev.switchboard.seeding.load;

/**
 * The number of messages of each conversation: at least one, and the others in proportion to how active its users are and to chance. Not safe for
 * several threads.
 */
final class GroupSizes {
    /** Between 0, where all conversations are alike, and 1, where hardly any but the first ones have more than one message. */
    private static final double SLOPE = 0.55;
    /** How many times as many messages the liveliest conversation of two users has as the quietest one, as an exponent of e. */
    private static final double CHANCE = 3;
    private final LoadSpec spec;
    private final LoadRandom random;
    private final double total;
    private double sum;
    private long given;

    GroupSizes(LoadSpec spec, LoadRandom random) {
        this.spec = spec;
        this.random = random;
        GroupPairs pairs = new GroupPairs(spec);
        double all = 0;
        for (int group = 0; group < spec.groups(); group++) {
            pairs.next();
            all += weight(group, pairs);
        }
        total = all;
    }

    /** Returns the number of messages of the next conversation, to be called for one after the other. */
    long next(int group, GroupPairs pairs) {
        // The same additions in the same order as above, so that the last sum is the total exactly.
        sum += weight(group, pairs);
        long until = (long) ((spec.messages() - spec.groups()) * (sum / total));
        long size = 1 + until - given;
        given = until;
        return size;
    }

    /** StrictMath has the same result on every machine. */
    private double weight(int group, GroupPairs pairs) {
        double product = (pairs.first() + 1.0) * (pairs.second() + 1.0);
        return StrictMath.pow(product, -SLOPE) * StrictMath.exp(CHANCE * random.unit(LoadRandom.Use.ACTIVITY, group));
    }
}

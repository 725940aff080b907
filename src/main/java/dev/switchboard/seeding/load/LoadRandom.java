package dev.switchboard.seeding.load;

import java.util.UUID;

/**
 * Numbers that look random and are a function of a load and of what they are for, so that any part of it can be generated again without the
 * parts before.
 *
 * @param load distinguishes the load from all others
 */
record LoadRandom(UUID load) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;
    private static final long VERSION_MASK = 0xFFFFFFFFFFFF0FFFL;
    /** RFC 9562 has version 8 for UUIDs that are made in a way of one's own. */
    private static final long VERSION = 0x8000;
    private static final long VARIANT_MASK = 0x3FFFFFFFFFFFFFFFL;
    private static final long VARIANT = 0x8000000000000000L;

    /** What a number is for. Each use has its own, so that they do not depend on each other. */
    enum Use {
        USER(1),
        GROUP(2),
        MESSAGE(3),
        LANGUAGE(4),
        FIRST_NAME(5),
        SECOND_NAME(6),
        JOINED(7),
        ACTIVITY(8),
        SPAN(9),
        END(10),
        SESSION_LENGTH(11),
        SESSION(12),
        GAP(13),
        MOMENT(14),
        SENDER(15),
        LENGTH(16),
        SENTENCE(17);

        private final long salt;

        Use(long number) {
            salt = number * GOLDEN;
        }
    }

    /** Returns all 64 bits of a number. */
    long bits(Use use, long index) {
        return mix(load.getMostSignificantBits() + mix(use.salt + mix(index)));
    }

    /** Returns a number from 0 to 1, without 1. */
    double unit(Use use, long index) {
        return (bits(use, index) >>> 11) * UNIT;
    }

    /** Returns a number from 0 to the bound, without the bound. */
    int below(int bound, Use use, long index) {
        return (int) Math.floorMod(bits(use, index), (long) bound);
    }

    /** Returns the UUID of a user, group or message. Different indexes have different ones. */
    String uuid(Use use, long index) {
        long low = mix(load.getLeastSignificantBits() ^ (index * GOLDEN));
        return new UUID((bits(use, index) & VERSION_MASK) | VERSION, (low & VARIANT_MASK) | VARIANT).toString();
    }

    /** The mixing function of SplitMix64, which maps different numbers to different numbers. */
    private static long mix(long seed) {
        long z = seed + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

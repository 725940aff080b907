package dev.switchboard.doctor.data;

/** Hashes of 64 bits, for texts that are compared and not shown. Of a million messages in a conversation, two collide once in 10 million runs. */
public final class Hashes {
    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hashes() {}

    /** Begins a hash. */
    public static long of(String text) {
        return of(START, text);
    }

    /** Continues a hash. */
    public static long of(long hash, String text) {
        long result = hash;
        for (int i = 0; i < text.length(); i++) {
            result = (result ^ text.charAt(i)) * PRIME;
        }
        return mixed(result ^ text.length());
    }

    /** Continues a hash. */
    public static long of(long hash, long number) {
        return mixed((hash ^ number) * PRIME);
    }

    /** The finalizer of MurmurHash3, which spreads every bit. */
    private static long mixed(long number) {
        long result = number;
        result = (result ^ (result >>> 33)) * 0xff51afd7ed558ccdL;
        result = (result ^ (result >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return result ^ (result >>> 33);
    }
}

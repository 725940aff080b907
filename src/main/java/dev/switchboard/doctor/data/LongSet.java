package dev.switchboard.doctor.data;

/** A growing set of numbers in 16 bytes or less for each. */
public final class LongSet {
    private long[] slots = new long[64];
    private int size;
    private boolean hasZero;

    /** Adds a number; returns false if it was in the set before. */
    public boolean add(long number) {
        if (number == 0) {
            boolean added = !hasZero;
            hasZero = true;
            return added;
        }
        if (size * 4L > slots.length * 3L) {
            long[] old = slots;
            slots = new long[old.length * 2];
            for (long one : old) {
                if (one != 0) {
                    slots[slot(one)] = one;
                }
            }
        }
        int slot = slot(number);
        if (slots[slot] == number) {
            return false;
        }
        slots[slot] = number;
        size++;
        return true;
    }

    private int slot(long number) {
        int mask = slots.length - 1;
        int slot = (int) (number ^ (number >>> 32)) & mask;
        while (slots[slot] != 0 && slots[slot] != number) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}

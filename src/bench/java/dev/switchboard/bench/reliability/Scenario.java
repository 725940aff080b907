package dev.switchboard.bench.reliability;

import java.util.Random;

/**
 * Something that goes wrong in the middle of an operation.
 *
 * @param name for the report
 */
record Scenario(String name, Run run) {
    /** One run on stores of its own. */
    interface Run {
        /**
         * Does it once and compares the stores.
         *
         * @return what happened, for the count of outcomes
         * @throws AssertionError if something was lost, doubled or half written
         */
        String once(Random random) throws Exception;
    }

    /** Fails the run unless both are equal. */
    static void same(String what, String expected, String actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + ": " + expected + " expected, but was " + actual);
        }
    }

    static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}

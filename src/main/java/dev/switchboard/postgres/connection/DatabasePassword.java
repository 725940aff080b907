package dev.switchboard.postgres.connection;

import java.util.function.Supplier;

/**
 * A password that cannot slip into a text: only {@link #reveal} gives it.
 *
 * @param source gives it each time it is needed; a token is made anew
 */
record DatabasePassword(Supplier<String> source) {
    String reveal() {
        return source.get();
    }

    @Override
    public String toString() {
        return "•••";
    }
}

package dev.switchboard.postgres.connection;

import java.util.function.Supplier;

/**
 * A password that is not part of any string representation; only {@link #reveal} returns it.
 *
 * @param source supplies the password each time it is needed; a token is created each time
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

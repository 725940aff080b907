package dev.switchboard.aws;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is created when it is first requested. A failed creation is tried again. Waiting does not pin a virtual thread. */
final class Lazy<T> {
    private final Supplier<T> maker;
    private @Nullable T value;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        T present = value;
        if (present == null) {
            present = maker.get();
            value = present;
        }
        return present;
    }

    synchronized boolean isMade() {
        return value != null;
    }

    synchronized void ifPresent(Consumer<T> action) {
        if (value != null) {
            action.accept(value);
        }
    }
}

package dev.switchboard.job;

/** What a job does: a plain, synchronous call of a service. */
@FunctionalInterface
public interface Work<T extends @org.jspecify.annotations.Nullable Object> {
    T run(Progress progress) throws Exception;
}

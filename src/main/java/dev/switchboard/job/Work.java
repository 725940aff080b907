package dev.switchboard.job;

/** The work of a job: a synchronous call of a service. */
@FunctionalInterface
public interface Work<T extends @org.jspecify.annotations.Nullable Object> {
    T run(Progress progress) throws Exception;
}

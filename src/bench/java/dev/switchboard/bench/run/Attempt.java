package dev.switchboard.bench.run;

/** Does a piece of work once. What must be prepared first is not part of the measurement. */
@FunctionalInterface
public interface Attempt {
    Measurement measure() throws Exception;
}

package dev.switchboard.bench.run;

import java.util.List;

/** A piece of work that several contestants do: one row of the table. */
public interface Benchmark {
    /** The name by which it is chosen and found in the results of another commit. */
    String name();

    /** What is done at a size, as the table shows it. */
    String title(long size);

    /**
     * The sizes, smallest first. All contestants do the last; ours and the floor do the others too, which shows how the cost of an item grows.
     * One size where there is no growth to be shown.
     */
    List<Long> sizes();

    List<Aim> aims();

    /** Those who do the work at a size. Prepares what they share, such as the table that they read. */
    List<Contestant> contestants(long size) throws Exception;
}

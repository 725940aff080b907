package dev.switchboard.faults;

import dev.switchboard.environment.AwsClients;
import dev.switchboard.failure.Explanation;
import dev.switchboard.job.Progress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** One thing that operators do, with what makes it possible and what tells afterwards what really happened. */
interface Operation {
    /** Where the AWS calls of it go to. */
    URI engine();

    /** What no two of them may share at a time. */
    Object alone();

    /** Prepares, without any fault. */
    void prepare() throws Exception;

    /** Does it through clients that may fare badly. */
    void run(AwsClients clients, Progress progress) throws Exception;

    /**
     * Looks, past the fault, whether it is as was said, and that nothing is lost or doubled; where it failed, repeats it and looks again.
     *
     * @param failure null where it succeeded
     */
    void check(@Nullable Explanation failure) throws Exception;
}

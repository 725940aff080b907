package dev.switchboard.postgres.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session on the server, from {@code pg_stat_activity}.
 *
 * @param pid the process ID on the server
 * @param user the role of the session
 * @param application the application name; may be empty
 * @param client the client address; null for a local connection on the server
 * @param state for example {@code active} or {@code idle in transaction}; null if the role may not see it
 * @param since when the state was entered; null if the role may not see it
 * @param query the last or current statement on one line, truncated; empty if the role may not see it
 * @param statement the same in full, with its line breaks, as far as the server keeps it
 * @param own whether the session belongs to this program
 */
public record DatabaseSession(
        int pid,
        String user,
        String application,
        @Nullable String client,
        @Nullable String state,
        @Nullable Instant since,
        String query,
        String statement,
        boolean own) {}

package dev.switchboard.postgres.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the database, as the server sees it.
 *
 * @param pid the server's process, by which it is ended
 * @param user the role it logged in with
 * @param application what the program calls itself; may be empty
 * @param client the address it comes from; null for one on the server itself
 * @param state such as {@code active} or {@code idle in transaction}; null where the role may not see it
 * @param since when it entered that state; null where the role may not see it
 * @param query its last or current statement in one line, shortened; empty where the role may not see it
 * @param own whether it is one of this console's own
 */
public record DatabaseSession(
        int pid,
        String user,
        String application,
        @Nullable String client,
        @Nullable String state,
        @Nullable Instant since,
        String query,
        boolean own) {}

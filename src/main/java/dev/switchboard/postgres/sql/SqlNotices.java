package dev.switchboard.postgres.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * The first messages of the server about a statement, in their order.
 *
 * @param more whether there were more than are kept
 */
public record SqlNotices(List<SqlNotice> all, boolean more) {
    /** The number of messages kept of a statement. */
    public static final int MOST = 1_000;

    /** No messages. */
    public static final SqlNotices NONE = new SqlNotices(List.of(), false);

    public SqlNotices {
        all = List.copyOf(all);
    }

    /** Returns the messages of several statements as those of one script, with the same limit. */
    public static SqlNotices joined(List<SqlNotices> parts) {
        List<SqlNotice> all = new ArrayList<>();
        boolean more = false;
        for (SqlNotices part : parts) {
            int room = Math.max(0, MOST - all.size());
            all.addAll(part.all().subList(0, Math.min(room, part.all().size())));
            more |= part.more() || part.all().size() > room;
        }
        return new SqlNotices(all, more);
    }
}

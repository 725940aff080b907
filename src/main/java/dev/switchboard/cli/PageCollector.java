package dev.switchboard.cli;

import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.Page;
import dev.switchboard.conversations.StoredTime;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.job.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects several pages of conversations. */
final class PageCollector {
    /** The page length of requests for all conversations. */
    private static final int WHOLE_PAGE = 1_000;

    /** Requests a page. */
    interface Source {
        Page<MessageGroup> page(int limit, @Nullable PageKey after);
    }

    private PageCollector() {}

    /** Returns the first page or, for all, the content of every page, newest first, with the total consumed capacity. */
    static Page<MessageGroup> groups(boolean all, int limit, Progress progress, Source source) {
        Page<MessageGroup> page = source.page(all ? WHOLE_PAGE : limit, null);
        if (!all || !page.more()) {
            return page;
        }
        List<MessageGroup> rows = new ArrayList<>(page.rows());
        double capacity = page.consumedReadCapacity();
        boolean orderDiffers = page.storedOrderDiffers();
        while (page.more()) {
            progress.stopIfCancelled();
            progress.advance(rows.size(), Progress.UNKNOWN);
            page = source.page(WHOLE_PAGE, page.next());
            rows.addAll(page.rows());
            capacity += page.consumedReadCapacity();
            orderDiffers |= page.storedOrderDiffers();
        }
        rows.sort(Comparator.comparing(MessageGroup::lastMessageAt, StoredTime.OLDEST_FIRST.reversed()));
        return new Page<>(rows, null, capacity, orderDiffers);
    }
}

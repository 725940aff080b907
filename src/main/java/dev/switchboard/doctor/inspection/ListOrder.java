package dev.switchboard.doctor.inspection;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.conversations.MessagesTableReader;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Fact;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.doctor.data.Subject;
import dev.switchboard.job.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code time-order} of the group rows in the list of each user, whose facts arrive list by list. */
final class ListOrder {
    private final Consumer<String> suspects;
    private PartitionOrder<Fact.RowFact> order = new PartitionOrder<>(false);
    private @Nullable String owner;

    /** @param suspects receives the users whose list is not in order */
    ListOrder(Consumer<String> suspects) {
        this.suspects = suspects;
    }

    void accept(Fact.RowFact row) {
        if (!row.person().equals(owner)) {
            end();
            owner = row.person();
        }
        order.add(row.time(), row);
    }

    void end() {
        if (owner != null && order.differs()) {
            suspects.accept(owner);
        }
        order = new PartitionOrder<>(false);
        owner = null;
    }

    /** Reads a list again and returns the rows that are out of place. */
    static List<Finding> confirm(MessagesTableReader reader, String owner, Progress progress) {
        PartitionOrder<Fact.RowFact> exact = new PartitionOrder<>(true);
        reader.list(owner, progress, item -> {
            if (item instanceof MessagesTableItem.GroupRow row) {
                exact.add(row.time(), Fact.RowFact.of(row));
            }
            return true;
        });
        List<Finding> found = new ArrayList<>();
        FindingSink sink = found::add;
        exact.misplaced(row -> sink.addAs("item", DataCheck.TIME_ORDER, Subject.row(row), row.sortKey()));
        return found;
    }
}

package dev.switchboard.doctor.inspection;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.conversations.MessagesTableReader;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Fact;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.doctor.data.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code group-duplicate}: two people have one group. The facts of group rows arrive pair by pair. */
final class DuplicateGroups {
    private final Consumer<Fact.RowFact> suspects;
    private Fact.@Nullable RowFact first;
    private boolean reported;

    /** @param suspects receives one row of each two people who have several groups */
    DuplicateGroups(Consumer<Fact.RowFact> suspects) {
        this.suspects = suspects;
    }

    void accept(Fact.RowFact row) {
        if (first == null || !first.pair().equals(row.pair())) {
            first = row;
            reported = false;
        } else if (!reported && !first.group().equals(row.group())) {
            reported = true;
            suspects.accept(first);
        }
    }

    /** Reads the groups of two people again, and returns all but the one that began first. */
    static List<Finding> confirm(MessagesTableReader reader, Fact.RowFact suspect) {
        Map<String, MessagesTableItem.GroupRow> rows = new LinkedHashMap<>();
        reader.rowsWith(suspect.person(), suspect.other()).forEach(row -> rows.putIfAbsent(row.group(), row));
        reader.rowsWith(suspect.other(), suspect.person()).forEach(row -> rows.putIfAbsent(row.group(), row));
        List<Finding> found = new ArrayList<>();
        FindingSink sink = found::add;
        List<String> groups = new GroupAges(reader).oldestFirst(List.copyOf(rows.keySet()));
        groups.stream().skip(1).forEach(group -> sink.add(
                DataCheck.GROUP_DUPLICATE, Subject.row(Fact.RowFact.of(java.util.Objects.requireNonNull(rows.get(group)))),
                groups.getFirst()));
        return found;
    }
}

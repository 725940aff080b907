package dev.switchboard.doctor.inspection;

import dev.switchboard.doctor.data.Fact.RowFact;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The group rows of a conversation. */
record ConversationRows(String group, List<RowFact> rows) {
    ConversationRows {
        rows = List.copyOf(rows);
    }

    /** The people who have a row or are named in one. */
    Set<String> participants() {
        Set<String> people = new LinkedHashSet<>();
        rows.forEach(row -> {
            people.add(row.person());
            people.add(row.other());
        });
        return people;
    }

    /** The people who have a row. */
    Set<String> owners() {
        Set<String> people = new LinkedHashSet<>();
        rows.forEach(row -> people.add(row.person()));
        return people;
    }
}

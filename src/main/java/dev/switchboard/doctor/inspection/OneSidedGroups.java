package dev.switchboard.doctor.inspection;

import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.doctor.data.Subject;

/** {@code group-one-sided}: each participant has a row of the group. */
final class OneSidedGroups implements ConversationCheck {
    @Override
    public DataCheck check() {
        return DataCheck.GROUP_ONE_SIDED;
    }

    @Override
    public Probe probe(ConversationRows rows) {
        return new Probe() {
            @Override
            public void end(ConversationEnd end, FindingSink sink) {
                rows.participants().stream().filter(person -> !rows.owners().contains(person)).forEach(person -> {
                    Subject there = Subject.row(rows.rows().stream().filter(row -> row.other().equals(person)).findFirst().orElseThrow());
                    sink.add(check(), there.with("user", person), person);
                });
            }
        };
    }
}

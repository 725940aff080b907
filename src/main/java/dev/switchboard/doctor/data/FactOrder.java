package dev.switchboard.doctor.data;

import java.util.Comparator;

/** The orders in which facts are compared. */
public final class FactOrder {
    /** By group, rows before messages, and these in the byte order of their sort keys. */
    public static final Comparator<Fact> BY_GROUP =
            Comparator.comparing(Fact::group).thenComparing(fact -> fact instanceof Fact.MessageFact)
                    .thenComparing(Fact::sortKey, ByteOrder.STRINGS);

    /** Rows by the list that they are in, and there in the byte order of their sort keys. */
    public static final Comparator<Fact> BY_OWNER = Comparator.comparing(Fact::person).thenComparing(Fact::sortKey, ByteOrder.STRINGS);

    /** Rows by the two people, and then by group. */
    public static final Comparator<Fact> BY_PAIR = Comparator.comparing(Fact::pair).thenComparing(Fact::group);

    private FactOrder() {}
}

package dev.switchboard.doctor.repair;

import dev.switchboard.dynamodb.edit.ItemEdit;
import java.util.List;

/** What the repair of a finding about items does, decided on the items as they are now. */
sealed interface ItemPlan {
    ItemPlan GONE = new Gone();

    /** These edits, each made only if its item is as it was read. */
    record Edits(List<ItemEdit> edits) implements ItemPlan {
        public Edits {
            edits = List.copyOf(edits);
        }

        static ItemPlan of(ItemEdit... edits) {
            return new Edits(List.of(edits));
        }
    }

    /** There is nothing to repair any more. */
    record Gone() implements ItemPlan {}

    /** It cannot be repaired. */
    record Impossible(String reason) implements ItemPlan {}
}

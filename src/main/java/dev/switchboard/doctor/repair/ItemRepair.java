package dev.switchboard.doctor.repair;

import dev.switchboard.doctor.data.Finding;

/** Plans the repair of the findings of one check, which are about items. Reads with strong consistency, and writes nothing. Thread-safe. */
interface ItemRepair {
    ItemPlan plan(Finding finding);
}

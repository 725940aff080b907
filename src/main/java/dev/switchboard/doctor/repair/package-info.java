/** Repairs of findings: the exact writes first, and then each on the condition that its item is as it was read. */
@NullMarked
package dev.switchboard.doctor.repair;

import org.jspecify.annotations.NullMarked;

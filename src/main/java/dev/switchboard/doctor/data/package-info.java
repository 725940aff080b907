/** Checks of the data across the three stores: what is wrong in it, found in one pass over the messages table. */
@NullMarked
package dev.switchboard.doctor.data;

import org.jspecify.annotations.NullMarked;

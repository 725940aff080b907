/** One pass over the messages table and the users, which runs the checks of the data. */
@NullMarked
package dev.switchboard.doctor.inspection;

import org.jspecify.annotations.NullMarked;

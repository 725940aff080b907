/** The checks of the users in PostgreSQL and in the user pool. */
@NullMarked
package dev.switchboard.doctor.users;

import org.jspecify.annotations.NullMarked;

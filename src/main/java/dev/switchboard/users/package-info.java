/** Users in PostgreSQL and in the Cognito user pool, their comparison and their sync. */
@NullMarked
package dev.switchboard.users;

import org.jspecify.annotations.NullMarked;

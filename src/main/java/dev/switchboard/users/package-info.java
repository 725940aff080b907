/** Users in PostgreSQL, logins in the Cognito pool, their comparison and their sync. */
@NullMarked
package dev.switchboard.users;

import org.jspecify.annotations.NullMarked;

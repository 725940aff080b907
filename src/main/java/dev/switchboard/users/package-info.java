/** Users in PostgreSQL and in the Cognito user pool, their comparison and their sync, and the schema that they are stored in. */
@NullMarked
package dev.switchboard.users;

import org.jspecify.annotations.NullMarked;

/** The users in Postgres and in the Cognito pool side by side, and the sync of their ids. */
@NullMarked
package dev.switchboard.ui.users;

import org.jspecify.annotations.NullMarked;

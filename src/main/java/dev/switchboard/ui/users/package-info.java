/** The Users screen: users in PostgreSQL and Cognito, and the sync of Cognito IDs. */
@NullMarked
package dev.switchboard.ui.users;

import org.jspecify.annotations.NullMarked;

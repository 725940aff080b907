/** Listing, description, creation and protection of tables. */
@NullMarked
package dev.switchboard.dynamodb.table;

import org.jspecify.annotations.NullMarked;

/** Edits of items, each conditional on the item being as it was read. */
@NullMarked
package dev.switchboard.dynamodb.edit;

import org.jspecify.annotations.NullMarked;

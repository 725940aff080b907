/** What a change did to items, compared with the table as it is, and undone. */
@NullMarked
package dev.switchboard.dynamodb.change;

import org.jspecify.annotations.NullMarked;

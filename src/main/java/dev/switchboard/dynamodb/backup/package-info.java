/** Backups of tables, their restore, and the drop that writes one first. */
@NullMarked
package dev.switchboard.dynamodb.backup;

import org.jspecify.annotations.NullMarked;

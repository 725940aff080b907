/** Backup, restore, and deletion of tables with a backup. */
@NullMarked
package dev.switchboard.dynamodb.backup;

import org.jspecify.annotations.NullMarked;

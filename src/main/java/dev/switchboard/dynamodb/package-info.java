/** DynamoDB: tables, items, query and scan, batch writes, backups. Knows nothing of chats. */
@NullMarked
package dev.switchboard.dynamodb;

import org.jspecify.annotations.NullMarked;

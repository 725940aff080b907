/** Batch writes: BatchWriteItem requests until no items are left unprocessed. */
@NullMarked
package dev.switchboard.dynamodb.batch;

import org.jspecify.annotations.NullMarked;

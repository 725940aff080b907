/** Many writes at once: BatchWriteItem until nothing is left unprocessed. */
@NullMarked
package dev.switchboard.dynamodb.batch;

import org.jspecify.annotations.NullMarked;

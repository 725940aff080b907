/** PartiQL statements on DynamoDB: splitting, parsing, cost, reads, journaled writes and batches. */
@NullMarked
package dev.switchboard.dynamodb.partiql;

import org.jspecify.annotations.NullMarked;

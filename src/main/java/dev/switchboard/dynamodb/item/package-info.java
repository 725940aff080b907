/** Items and their JSON, keys, queries, and conditional and transactional writes. */
@NullMarked
package dev.switchboard.dynamodb.item;

import org.jspecify.annotations.NullMarked;

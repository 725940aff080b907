/** Conditions of queries, scans and filters as trees, and their texts. */
@NullMarked
package dev.switchboard.dynamodb.expression;

import org.jspecify.annotations.NullMarked;

/** Queries and scans of any table or index as plans, and their pages. */
@NullMarked
package dev.switchboard.dynamodb.read;

import org.jspecify.annotations.NullMarked;

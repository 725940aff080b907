/** Parallel scans with a rate limit. */
@NullMarked
package dev.switchboard.dynamodb.scan;

import org.jspecify.annotations.NullMarked;

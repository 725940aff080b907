/** Parallel scans at a bounded rate. */
@NullMarked
package dev.switchboard.dynamodb.scan;

import org.jspecify.annotations.NullMarked;

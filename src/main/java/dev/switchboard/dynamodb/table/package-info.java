/** Tables: listed, described, created and protected. */
@NullMarked
package dev.switchboard.dynamodb.table;

import org.jspecify.annotations.NullMarked;

/** Following the streams of tables. */
@NullMarked
package dev.switchboard.dynamodb.stream;

import org.jspecify.annotations.NullMarked;

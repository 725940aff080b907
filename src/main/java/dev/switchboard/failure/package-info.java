/** What can go wrong and is expected to: told in words, with the remedy. */
@NullMarked
package dev.switchboard.failure;

import org.jspecify.annotations.NullMarked;

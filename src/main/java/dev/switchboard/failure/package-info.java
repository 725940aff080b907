/** Failures that operators can expect, and their explanations. */
@NullMarked
package dev.switchboard.failure;

import org.jspecify.annotations.NullMarked;

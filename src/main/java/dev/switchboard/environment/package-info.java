/** dev and prd: settings, the write lock, and the AWS clients that keep it. */
@NullMarked
package dev.switchboard.environment;

import org.jspecify.annotations.NullMarked;

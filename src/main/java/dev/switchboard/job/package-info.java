/** Work that takes time: progress, cancellation, and the runner that keeps it off the caller's thread. */
@NullMarked
package dev.switchboard.job;

import org.jspecify.annotations.NullMarked;

/** Long-running work: progress, cancellation, and the runner that executes it on another thread. */
@NullMarked
package dev.switchboard.job;

import org.jspecify.annotations.NullMarked;

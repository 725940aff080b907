/** Health checks across the three backends, and their repairs. */
@NullMarked
package dev.switchboard.doctor;

import org.jspecify.annotations.NullMarked;

/** What is looked at before anything else, and what mends it. */
@NullMarked
package dev.switchboard.doctor;

import org.jspecify.annotations.NullMarked;

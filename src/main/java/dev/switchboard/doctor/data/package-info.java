/** The checks of the data by name, what they find, and the facts that they look at. */
@NullMarked
package dev.switchboard.doctor.data;

import org.jspecify.annotations.NullMarked;

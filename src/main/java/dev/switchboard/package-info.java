/** The entry point of the program and the classes that connect its parts. */
@NullMarked
package dev.switchboard;

import org.jspecify.annotations.NullMarked;

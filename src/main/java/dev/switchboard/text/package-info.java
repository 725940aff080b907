/** The words a person reads, one bundle a package. */
@NullMarked
package dev.switchboard.text;

import org.jspecify.annotations.NullMarked;

/** The messages shown to people, one bundle per package. */
@NullMarked
package dev.switchboard.text;

import org.jspecify.annotations.NullMarked;

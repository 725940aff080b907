/** The manual: its pages, which are part of the jar, their text, and the search in them. */
@NullMarked
package dev.switchboard.manual;

import org.jspecify.annotations.NullMarked;

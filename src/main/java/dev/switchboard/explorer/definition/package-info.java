/** Tables as text for other tools, and from the files of other tools. */
@NullMarked
package dev.switchboard.explorer.definition;

import org.jspecify.annotations.NullMarked;

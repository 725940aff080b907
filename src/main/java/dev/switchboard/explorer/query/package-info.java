/** The text of queries, the saved queries, and the history of their runs. */
@NullMarked
package dev.switchboard.explorer.query;

import org.jspecify.annotations.NullMarked;

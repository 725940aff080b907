/** The query builder of the Items screen, in step with the text of the query. */
@NullMarked
package dev.switchboard.ui.items.query;

import org.jspecify.annotations.NullMarked;

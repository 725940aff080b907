/** What tables cost, and what this session used of them. */
@NullMarked
package dev.switchboard.explorer.cost;

import org.jspecify.annotations.NullMarked;

/** The journal of changes and the write lock. Depends on neither AWS nor SQL. */
@NullMarked
package dev.switchboard.journal;

import org.jspecify.annotations.NullMarked;

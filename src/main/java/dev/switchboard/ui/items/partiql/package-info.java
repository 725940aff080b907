/** The pane that runs PartiQL statements. */
@NullMarked
package dev.switchboard.ui.items.partiql;

import org.jspecify.annotations.NullMarked;

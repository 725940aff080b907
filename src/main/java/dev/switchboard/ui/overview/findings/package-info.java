/** The findings of a check on the Overview screen: to filter, copy, export and open. */
@NullMarked
package dev.switchboard.ui.overview.findings;

import org.jspecify.annotations.NullMarked;

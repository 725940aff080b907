/** The commands {@code items …}. */
@NullMarked
package dev.switchboard.cli.items;

import org.jspecify.annotations.NullMarked;

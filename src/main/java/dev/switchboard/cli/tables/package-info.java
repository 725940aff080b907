/** The commands {@code tables …}. */
@NullMarked
package dev.switchboard.cli.tables;

import org.jspecify.annotations.NullMarked;

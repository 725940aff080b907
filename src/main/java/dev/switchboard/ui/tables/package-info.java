/** The tables: listed with their details, created, backed up, dropped and restored. */
@NullMarked
package dev.switchboard.ui.tables;

import org.jspecify.annotations.NullMarked;

/** What tables of a screen share: opening a row, the actions on it, and keeping it chosen. */
@NullMarked
package dev.switchboard.ui.common.row;

import org.jspecify.annotations.NullMarked;

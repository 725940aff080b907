/** The menus that copy requests as commands, code and statements. */
@NullMarked
package dev.switchboard.ui.items.copyas;

import org.jspecify.annotations.NullMarked;

/** The dialogs that export, import and copy items. */
@NullMarked
package dev.switchboard.ui.common.transfer;

import org.jspecify.annotations.NullMarked;

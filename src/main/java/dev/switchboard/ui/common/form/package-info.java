/** What forms of dialogs share: their errors, and where the focus begins. */
@NullMarked
package dev.switchboard.ui.common.form;

import org.jspecify.annotations.NullMarked;

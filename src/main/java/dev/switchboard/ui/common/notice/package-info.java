/** Notifications of a session: the one that is shown, and those that can be read again. */
@NullMarked
package dev.switchboard.ui.common.notice;

import org.jspecify.annotations.NullMarked;

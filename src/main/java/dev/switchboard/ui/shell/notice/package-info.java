/** How the window shows the notifications of a session. */
@NullMarked
package dev.switchboard.ui.shell.notice;

import org.jspecify.annotations.NullMarked;

/** The details of one message. */
@NullMarked
package dev.switchboard.ui.conversations.detail;

import org.jspecify.annotations.NullMarked;

/** The Tables screen: lists, creates, backs up, drops, and restores tables. */
@NullMarked
package dev.switchboard.ui.tables;

import org.jspecify.annotations.NullMarked;

/** The two environments, their rules and their settings. */
@NullMarked
package dev.switchboard.settings;

import org.jspecify.annotations.NullMarked;

/** The Settings screen: the settings of each environment, their origin, and connection tests. */
@NullMarked
package dev.switchboard.ui.settings;

import org.jspecify.annotations.NullMarked;

/** What is set for each environment, where it comes from, and whether it works. */
@NullMarked
package dev.switchboard.ui.settings;

import org.jspecify.annotations.NullMarked;

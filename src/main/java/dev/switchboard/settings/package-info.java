/** The two environments, what each of them means, and where each setting comes from. */
@NullMarked
package dev.switchboard.settings;

import org.jspecify.annotations.NullMarked;

/** Keeps screens true: when what they show was read, and reading again what was written since. */
@NullMarked
package dev.switchboard.ui.common.freshness;

import org.jspecify.annotations.NullMarked;

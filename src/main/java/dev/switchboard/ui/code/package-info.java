/** An editor for statements: colors, completion, pairs of brackets and quotes. */
@NullMarked
package dev.switchboard.ui.code;

import org.jspecify.annotations.NullMarked;

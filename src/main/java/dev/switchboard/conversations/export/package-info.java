/** Export of whole conversations to files. */
@NullMarked
package dev.switchboard.conversations.export;

import org.jspecify.annotations.NullMarked;

/** Files: private from their creation, complete under their name, and read only if they are regular files. */
@NullMarked
package dev.switchboard.file;

import org.jspecify.annotations.NullMarked;

/** Whether everything works, and the repair beside what does not. */
@NullMarked
package dev.switchboard.ui.overview;

import org.jspecify.annotations.NullMarked;

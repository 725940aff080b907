/** Building blocks of all screens: FXML loading, jobs, dialogs, tables, view states, and themes. */
@NullMarked
package dev.switchboard.ui.common;

import org.jspecify.annotations.NullMarked;

package dev.switchboard.ui.shell;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A part of the window to test. All functions are called on the JavaFX thread.
 *
 * @param open shows it
 * @param ready selects and enters something in it; returns whether that was possible
 * @param actions the actions that are available now
 */
record WindowPart(String name, Runnable open, BooleanSupplier ready, Supplier<List<WindowAction>> actions) {}

package dev.switchboard.ui.shell;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A part of the window to be tried. All of it is called on the JavaFX thread.
 *
 * @param open brings it to the front
 * @param ready chooses and types something in it; whether it is there for that
 * @param actions what can be done in it as it is now
 */
record WindowPart(String name, Runnable open, BooleanSupplier ready, Supplier<List<WindowAction>> actions) {}

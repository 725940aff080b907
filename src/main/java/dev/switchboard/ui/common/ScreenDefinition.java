package dev.switchboard.ui.common;

import java.util.function.Function;

/**
 * A screen in the navigation of the shell.
 *
 * @param id stable ID, such as {@code conversations}
 * @param title the title in the navigation
 * @param icon an Ikonli literal of the Feather pack, such as {@code fth-message-circle}
 * @param loader creates the screen, once per session when it is first opened
 */
public record ScreenDefinition(String id, String title, String icon, Function<UiContext, LoadedView> loader) {}

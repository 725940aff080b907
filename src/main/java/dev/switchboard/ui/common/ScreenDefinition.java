package dev.switchboard.ui.common;

import java.util.function.Function;

/**
 * A screen as the shell lists it.
 *
 * @param id stable, such as {@code conversations}
 * @param title what the navigation shows
 * @param icon an Ikonli literal of the Feather pack, such as {@code fth-message-circle}
 * @param loader builds the screen, once for each session and not before it is first opened
 */
public record ScreenDefinition(String id, String title, String icon, Function<UiContext, LoadedView> loader) {}

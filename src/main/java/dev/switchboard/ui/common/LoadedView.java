package dev.switchboard.ui.common;

import javafx.scene.Parent;

/** A layout that was loaded, and its controller. */
public record LoadedView(Parent root, ScreenController controller) {}

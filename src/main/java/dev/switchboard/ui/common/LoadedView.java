package dev.switchboard.ui.common;

import javafx.scene.Parent;

/** A loaded layout and its controller. */
public record LoadedView(Parent root, ScreenController controller) {}

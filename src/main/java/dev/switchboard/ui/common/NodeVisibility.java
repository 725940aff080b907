package dev.switchboard.ui.common;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Binds the visibility of nodes, which take up no space while they are hidden. */
public final class NodeVisibility {
    private NodeVisibility() {}

    /** Shows a node while the condition is true. */
    public static void when(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    /** Shows a label while its text is not empty. */
    public static void text(Label label, ObservableValue<String> text) {
        label.textProperty().bind(text);
        when(label, text.map(words -> !words.isEmpty()));
    }

    /** Shows a node while the property has a value. */
    public static void whenThere(Node node, ReadOnlyObjectProperty<?> value) {
        when(node, value.isNotNull());
    }

    /** Shows in a tooltip why a button is disabled. The tooltip is on a parent, because a disabled button shows none. */
    public static void tooltip(Node holder, ObservableValue<String> reason) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(reason);
        reason.subscribe(words -> {
            if (words.isEmpty()) {
                Tooltip.uninstall(holder, tooltip);
            } else {
                Tooltip.install(holder, tooltip);
            }
        });
    }

    /** The text for a value; empty while the value is null. */
    public static <T> StringBinding words(ReadOnlyObjectProperty<@Nullable T> value, Function<T, String> words) {
        return Bindings.createStringBinding(() -> {
            @Nullable T now = value.get();
            return now == null ? "" : words.apply(now);
        }, value);
    }
}

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

/** Nodes that take no room while they have nothing to say. */
public final class NodeVisibility {
    private NodeVisibility() {}

    /** Shows a node while the condition holds. */
    public static void when(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    /** Shows a text while there is one. */
    public static void text(Label label, ObservableValue<String> text) {
        label.textProperty().bind(text);
        when(label, text.map(words -> !words.isEmpty()));
    }

    /** Shows a node while the property has a value. */
    public static void whenThere(Node node, ReadOnlyObjectProperty<?> value) {
        when(node, value.isNotNull());
    }

    /** Says in a tooltip why a button is disabled; on a holder around it, since a disabled button shows none itself. */
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

    /** The words for a value, empty while there is none. */
    public static <T> StringBinding words(ReadOnlyObjectProperty<@Nullable T> value, Function<T, String> words) {
        return Bindings.createStringBinding(() -> {
            @Nullable T now = value.get();
            return now == null ? "" : words.apply(now);
        }, value);
    }
}

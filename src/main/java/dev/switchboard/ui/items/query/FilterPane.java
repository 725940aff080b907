package dev.switchboard.ui.items.query;

import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows a group of the filter with its conditions and the groups inside it. */
final class FilterPane extends VBox {
    private static final Messages TEXT = Messages.of(FilterPane.class);
    private final FilterGroup group;
    private final VBox parts = new VBox(4);

    /** @param remove removes the whole group; null for the outermost, which stays */
    FilterPane(FilterGroup group, @Nullable Runnable remove) {
        this.group = group;
        getStyleClass().add("filter-group");
        parts.getStyleClass().add("filter-parts");
        getChildren().addAll(heading(remove), parts);
        group.parts().addListener((ListChangeListener<FilterPart>) change -> show());
        show();
    }

    private HBox heading(@Nullable Runnable remove) {
        ChoiceBox<Boolean> join = new ChoiceBox<>();
        join.getItems().setAll(false, true);
        join.setConverter(ChoiceLabels.of(any -> TEXT.get(any ? "filter.any" : "filter.all")));
        join.valueProperty().bindBidirectional(group.anyProperty());
        join.setAccessibleText(TEXT.get("filter.join"));
        Label words = new Label(TEXT.get("filter.title"));
        words.getStyleClass().add("text-muted");
        Button condition = small("filter.add", "fth-plus");
        condition.setId("addCondition");
        condition.setOnAction(event -> add(new FilterRow()));
        Button inner = small("filter.add-group", "fth-layers");
        inner.setOnAction(event -> {
            FilterGroup added = new FilterGroup();
            added.anyProperty().set(!group.anyProperty().get());
            added.parts().add(new FilterRow());
            add(added);
        });
        HBox line = new HBox(8, words, join, condition, inner);
        line.setAlignment(Pos.CENTER_LEFT);
        if (remove != null) {
            Button removal = small("filter.remove-group", "fth-x");
            removal.setOnAction(event -> remove.run());
            line.getChildren().add(removal);
        }
        return line;
    }

    private static Button small(String key, String icon) {
        Button button = new Button(TEXT.get(key), new FontIcon(icon));
        button.getStyleClass().addAll("small", "flat");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void add(FilterPart part) {
        group.parts().add(part);
        focus(parts.getChildren().getLast());
    }

    private void show() {
        List<Node> nodes = new ArrayList<>();
        for (FilterPart part : group.parts()) {
            nodes.add(node(part));
        }
        parts.getChildren().setAll(nodes);
    }

    /** The node that already shows a part, so that a field keeps the focus when another part is added or removed. */
    private Node node(FilterPart part) {
        for (Node child : parts.getChildren()) {
            if (child.getUserData() == part) {
                return child;
            }
        }
        Runnable remove = () -> remove(part);
        Node made = switch (part) {
            case FilterGroup inner -> new FilterPane(inner, remove);
            case FilterRow row -> new FilterRowPane(row, remove);
        };
        made.setUserData(part);
        return made;
    }

    private void remove(FilterPart part) {
        int place = group.parts().indexOf(part);
        group.parts().remove(part);
        List<Node> left = parts.getChildren();
        focus(left.isEmpty() ? getChildren().getFirst() : left.get(Math.min(place, left.size() - 1)));
    }

    private static void focus(Node node) {
        node.lookupAll("*").stream()
                .filter(inner -> inner.isFocusTraversable() && inner.isVisible())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }
}

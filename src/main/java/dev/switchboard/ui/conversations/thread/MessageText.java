package dev.switchboard.ui.conversations.thread;

import dev.switchboard.conversations.search.TextMatcher;
import dev.switchboard.ui.conversations.message.LinkFinder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The text of a message: its links can be clicked, and what was searched for is marked behind the letters. */
final class MessageText extends TextFlow {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private final Path marks = new Path();
    private final Consumer<URI> openLink;
    private List<TextMatcher.Span> matches = List.of();

    MessageText(Consumer<URI> openLink) {
        this.openLink = openLink;
        getStyleClass().add("message-text");
        marks.getStyleClass().add("match");
        marks.setManaged(false);
    }

    void show(String text, SearchHighlight highlight, boolean current) {
        matches = highlight.matcher().find(text);
        marks.pseudoClassStateChanged(CURRENT, current);
        List<Node> parts = new ArrayList<>();
        parts.add(marks);
        int at = 0;
        for (LinkFinder.Link link : LinkFinder.find(text)) {
            add(parts, text.substring(at, link.start()));
            parts.add(link(text.substring(link.start(), link.end()), link.target()));
            at = link.end();
        }
        add(parts, text.substring(at));
        getChildren().setAll(parts);
    }

    private static void add(List<Node> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Text(text));
        }
    }

    private Text link(String text, URI target) {
        Text part = new Text(text);
        part.setUnderline(true);
        part.setCursor(Cursor.HAND);
        part.getStyleClass().add("link");
        part.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                event.consume();
                openLink.accept(target);
            }
        });
        return part;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        marks.getElements().clear();
        matches.forEach(match -> marks.getElements().addAll(getRangeShape(match.start(), match.end(), false)));
    }
}

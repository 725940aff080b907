package dev.switchboard.ui.conversations.search;

import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.search.TextMatcher;
import dev.switchboard.text.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/** Finds a text in the loaded messages of a conversation, from the newest back, and loads older ones until it is found. */
public final class ThreadSearchViewModel {
    private static final Messages TEXT = Messages.of(ThreadSearchViewModel.class);
    private final SearchedThread thread;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<TextMatcher> matcher = new ReadOnlyObjectWrapper<>(TextMatcher.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Message> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper olderAvailable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper searchingOlder = new ReadOnlyBooleanWrapper();
    private List<Message> matches = List.of();

    public ThreadSearchViewModel(SearchedThread thread) {
        this.thread = thread;
        query.addListener((observable, old, now) -> typed());
        thread.rows().addListener((ListChangeListener<Message>) change -> update());
    }

    /** Opens the search. */
    public void open() {
        open.set(true);
        typed();
    }

    /** Ends the search and a search in older messages. */
    public void close() {
        searchingOlder.set(false);
        open.set(false);
        typed();
    }

    private void typed() {
        searchingOlder.set(false);
        matcher.set(open.get() ? TextMatcher.of(query.get()) : TextMatcher.NONE);
        current.set(null);
        update();
        if (!matches.isEmpty()) {
            select(matches.size() - 1);
        }
    }

    /** Looks again, because other messages are loaded. */
    private void update() {
        TextMatcher now = matcher.get();
        matches = now.isEmpty() ? List.of() : thread.rows().stream().filter(row -> now.matches(row.text())).toList();
        if (current.get() != null && !matches.contains(current.get())) {
            current.set(matches.isEmpty() ? null : matches.getLast());
        }
        say();
    }

    private void say() {
        boolean more = !matcher.get().isEmpty() && thread.more();
        olderAvailable.set(more);
        if (matcher.get().isEmpty()) {
            status.set("");
        } else if (matches.isEmpty()) {
            status.set(TEXT.get(more ? "find.none-loaded" : "find.none", thread.rows().size()));
        } else {
            int number = matches.size() - matches.indexOf(current.get());
            status.set(TEXT.get("find.position", number, matches.size()));
        }
    }

    private void select(int index) {
        Message message = matches.get(index);
        current.set(message);
        say();
        thread.reveal(message);
    }

    /** Goes to the match before the current one; from the oldest, to the newest. */
    public void older() {
        step(-1);
    }

    /** Goes to the match after the current one; from the newest, to the oldest. */
    public void newer() {
        step(1);
    }

    private void step(int by) {
        if (!matches.isEmpty()) {
            int at = current.get() == null ? 0 : matches.indexOf(current.get());
            select(Math.floorMod(at + by, matches.size()));
        }
    }

    /** Loads older messages until one of them matches, or there are no more. */
    public void searchOlder() {
        if (olderAvailable.get() && !searchingOlder.get()) {
            searchingOlder.set(true);
            loadOlder();
        }
    }

    /** Stops loading older messages. */
    public void stop() {
        searchingOlder.set(false);
    }

    private void loadOlder() {
        Set<Message> before = new HashSet<>(matches);
        thread.loadOlder(() -> {
            if (!searchingOlder.get()) {
                return;
            }
            update();
            List<Message> found = matches.stream().filter(message -> !before.contains(message)).toList();
            if (!found.isEmpty()) {
                searchingOlder.set(false);
                select(matches.indexOf(found.getLast()));
            } else if (thread.more()) {
                loadOlder();
            } else {
                searchingOlder.set(false);
            }
        }, this::stop);
    }

    /** The text to find. */
    public StringProperty queryProperty() {
        return query;
    }

    /** Whether the search is open. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** What finds the text. */
    public ReadOnlyObjectProperty<TextMatcher> matcherProperty() {
        return matcher.getReadOnlyProperty();
    }

    /** The match that was gone to, or null. */
    public ReadOnlyObjectProperty<@Nullable Message> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The number of the match and of all matches, the newest first; empty while nothing is searched. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Whether older messages can be searched. */
    public ReadOnlyBooleanProperty olderAvailableProperty() {
        return olderAvailable.getReadOnlyProperty();
    }

    /** Whether older messages are being searched. */
    public ReadOnlyBooleanProperty searchingOlderProperty() {
        return searchingOlder.getReadOnlyProperty();
    }
}

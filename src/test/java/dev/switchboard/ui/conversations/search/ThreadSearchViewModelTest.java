package dev.switchboard.ui.conversations.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.Participant;
import dev.switchboard.conversations.StoredTime;
import dev.switchboard.dynamodb.item.Item;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class ThreadSearchViewModelTest {
    private final Pages thread = new Pages();
    private final ThreadSearchViewModel model = new ThreadSearchViewModel(thread);

    /** A conversation whose older pages come when the test delivers them. */
    private static final class Pages implements SearchedThread {
        private final ObservableList<Message> rows = FXCollections.observableArrayList();
        private final Deque<List<String>> older = new ArrayDeque<>();
        private final List<String> revealed = new ArrayList<>();
        private Runnable waiting = () -> {};
        private int number = 500;

        void add(String... texts) {
            List<Message> page = new ArrayList<>();
            number -= texts.length;
            for (int i = 0; i < texts.length; i++) {
                page.add(new Message("m", "g", new Participant("a", "ada", "Ada"), texts[i],
                        StoredTime.read("2026-11-22T12:00:00.000" + (number + i) + "+00:00"), Set.of(), Item.builder().build()));
            }
            rows.addAll(0, page);
        }

        void deliver() {
            Runnable then = waiting;
            waiting = () -> {};
            then.run();
        }

        @Override
        public ObservableList<Message> rows() {
            return rows;
        }

        @Override
        public boolean more() {
            return !older.isEmpty();
        }

        @Override
        public void loadOlder(Runnable loaded, Runnable failed) {
            waiting = () -> {
                add(older.remove().toArray(String[]::new));
                loaded.run();
            };
        }

        @Override
        public void reveal(Message message) {
            revealed.add(message.text());
        }
    }

    private void search(String text) {
        model.open();
        model.queryProperty().set(text);
    }

    @Test
    void matchesAreGoneThroughFromTheNewest() {
        thread.add("One key", "Nothing", "Two KEYS", "The third kéy");
        search("key");
        assertThat(model.statusProperty().get()).isEqualTo("1 of 3");
        model.older();
        model.older();
        assertThat(model.statusProperty().get()).isEqualTo("3 of 3");
        model.older();
        model.newer();
        assertThat(thread.revealed).containsExactly("The third kéy", "Two KEYS", "One key", "The third kéy", "One key");
    }

    @Test
    void olderMessagesAreLoadedUntilOneMatches() {
        thread.older.add(List.of("b"));
        thread.older.add(List.of("needle", "c"));
        thread.older.add(List.of("d"));
        thread.add("a");
        search("needle");
        assertThat(model.statusProperty().get()).isEqualTo("No matches in 1 loaded message");
        model.searchOlder();
        thread.deliver();
        assertThat(model.searchingOlderProperty().get()).isTrue();
        thread.deliver();
        assertThat(model.searchingOlderProperty().get()).isFalse();
        assertThat(thread.revealed).containsExactly("needle");
        assertThat(thread.older).as("no more is read than needed").hasSize(1);
        model.searchOlder();
        thread.deliver();
        assertThat(model.searchingOlderProperty().get()).isFalse();
        assertThat(model.olderAvailableProperty().get()).isFalse();
    }

    @Test
    void searchInOlderMessagesStopsOnRequest() {
        thread.older.add(List.of("b"));
        thread.older.add(List.of("needle"));
        thread.add("a");
        search("needle");
        model.searchOlder();
        model.stop();
        thread.deliver();
        assertThat(thread.older).hasSize(1);
        assertThat(thread.revealed).isEmpty();
    }

    @Test
    void closingForgetsTheMarks() {
        thread.add("key");
        search("key");
        model.close();
        assertThat(model.matcherProperty().get().isEmpty()).isTrue();
        assertThat(model.currentProperty().get()).isNull();
    }
}

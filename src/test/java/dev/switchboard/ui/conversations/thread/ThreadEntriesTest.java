package dev.switchboard.ui.conversations.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.Participant;
import dev.switchboard.conversations.StoredTime;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.users.User;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class ThreadEntriesTest {
    private static final User ADA = new User("a", "Ada Lindqvist", "ada", null, null, Instant.EPOCH);
    private static final Participant BRUNO = new Participant("b", "bruno", "Bruno Keller");

    private static Message message(Participant from, String time) {
        return new Message("m", "g", from, "text", StoredTime.read(time), Set.of(), Item.builder().build());
    }

    private static List<ThreadEntry> entries(ZoneId zone, Message... messages) {
        return ThreadEntries.of(List.of(messages), ADA, BRUNO, zone, false);
    }

    @Test
    void dayStartsAccordingToZone() {
        Message late = message(BRUNO, "2026-11-21T22:30:00.000000+00:00");
        Message later = message(BRUNO, "2026-11-21T23:30:00.000000+00:00");
        assertThat(entries(ZoneOffset.UTC, late, later)).filteredOn(ThreadEntry.Day.class::isInstance).hasSize(1);
        assertThat(entries(ZoneOffset.ofHours(1), late, later)).filteredOn(ThreadEntry.Day.class::isInstance)
                .containsExactly(new ThreadEntry.Day(LocalDate.parse("2026-11-21")), new ThreadEntry.Day(LocalDate.parse("2026-11-22")));
    }

    @Test
    void ownMessagesMatchByUuidAndOthersShowName() {
        Message own = message(new Participant("a", "renamed", "Somebody Else"), "2026-11-21T22:30:00.000000+00:00");
        Message other = message(BRUNO, "2026-11-21T22:31:00.000000+00:00");
        Message stranger = message(new Participant("x", "mallory", "Mallory"), "2026-11-21T22:32:00.000000+00:00");
        List<ThreadEntry.Bubble> bubbles = entries(ZoneOffset.UTC, own, other, stranger).stream()
                .filter(ThreadEntry.Bubble.class::isInstance).map(ThreadEntry.Bubble.class::cast).toList();
        assertThat(bubbles).extracting(ThreadEntry.Bubble::own).containsExactly(true, false, false);
        assertThat(bubbles).extracting(ThreadEntry.Bubble::sender).containsExactly("", "", "Mallory");
    }

    @Test
    void onlyDifferingEntriesAreReplaced() {
        Message older = message(BRUNO, "2026-11-20T22:30:00.000000+00:00");
        Message newer = message(BRUNO, "2026-11-21T22:31:00.000000+00:00");
        ObservableList<ThreadEntry> shown = FXCollections.observableArrayList(entries(ZoneOffset.UTC, newer));
        List<String> changes = new ArrayList<>();
        shown.addListener((ListChangeListener<ThreadEntry>) change -> {
            while (change.next()) {
                changes.add(change.getRemovedSize() + " removed, " + change.getAddedSize() + " added at " + change.getFrom());
            }
        });
        List<ThreadEntry> now = entries(ZoneOffset.UTC, older, newer);
        ThreadEntries.update(shown, now);
        assertThat(shown).isEqualTo(now);
        assertThat(changes).containsExactly("0 removed, 2 added at 0");
    }
}

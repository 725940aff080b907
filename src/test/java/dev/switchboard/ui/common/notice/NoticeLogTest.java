package dev.switchboard.ui.common.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.session.DataChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeLogTest {
    private Instant now = Instant.parse("2026-11-27T03:00:00Z");
    private final NoticeLog log = new NoticeLog(() -> now);
    private final List<String> undone = new ArrayList<>();

    private void after(Duration time) {
        now = now.plus(time);
        log.tick();
    }

    private String front() {
        Notice notice = log.frontProperty().get();
        return notice == null ? "" : notice.text();
    }

    @Test
    void noticeIsNewForSomeSecondsAndCanBeReadAfterwards() {
        log.done("Created a table");
        assertThat(front()).isEqualTo("Created a table");
        assertThat(log.freshProperty().get()).isTrue();
        after(NoticeLog.NEW_FOR);
        assertThat(front()).isEqualTo("Created a table");
        assertThat(log.freshProperty().get()).isFalse();
    }

    @Test
    void warningIsNewForLonger() {
        log.warn("Not everything was copied");
        after(NoticeLog.NEW_FOR);
        assertThat(log.freshProperty().get()).isTrue();
        after(NoticeLog.WARNING_FOR);
        assertThat(log.freshProperty().get()).isFalse();
    }

    @Test
    void noticeThatOffersUndoReturnsOnceANewerOneIsOld() {
        log.done("Deleted a table", "Restore", () -> undone.add("table"));
        log.done("Sent a message");
        assertThat(front()).isEqualTo("Sent a message");
        after(NoticeLog.NEW_FOR);
        assertThat(front()).isEqualTo("Deleted a table");
        assertThat(log.freshProperty().get()).isTrue();
        log.act(log.frontProperty().get());
        assertThat(undone).containsExactly("table");
        assertThat(front()).isEqualTo("Sent a message");
        assertThat(log.freshProperty().get()).isFalse();
    }

    @Test
    void actionRunsOnce() {
        log.done("Deleted a table", "Restore", () -> undone.add("table"));
        Notice notice = log.all().getFirst();
        log.act(notice);
        log.act(notice);
        assertThat(undone).hasSize(1);
    }

    @Test
    void briefNoticeMakesRoomButItsActionStaysInTheList() {
        log.brief("Sent a message", "Undo", () -> undone.add("message"), change -> false);
        after(NoticeLog.NEW_FOR);
        assertThat(log.freshProperty().get()).isFalse();
        assertThat(log.actionsProperty().get()).isEqualTo(1);
        log.act(log.all().getFirst());
        assertThat(undone).containsExactly("message");
        assertThat(log.actionsProperty().get()).isZero();
    }

    @Test
    void dismissedNoticeDoesNotReturnAndItsActionStaysInTheList() {
        log.done("Deleted a table", "Restore", () -> undone.add("table"));
        after(Duration.ofSeconds(1));
        log.dismiss();
        assertThat(log.freshProperty().get()).isFalse();
        after(Duration.ofSeconds(1));
        log.done("Sent a message");
        after(NoticeLog.NEW_FOR);
        assertThat(log.freshProperty().get()).isFalse();
        assertThat(front()).isEqualTo("Sent a message");
        assertThat(log.actionsProperty().get()).isEqualTo(1);
    }

    @Test
    void changeThatMakesANoticeUntrueWithdrawsItsActionAndKeepsItsText() {
        log.done("Deleted own-table", "Restore", () -> undone.add("table"), change -> change instanceof DataChange.Tables);
        log.changed(new DataChange.Users("1"));
        assertThat(log.actionsProperty().get()).isEqualTo(1);
        log.changed(new DataChange.Tables("2", "own-table"));
        assertThat(log.actionsProperty().get()).isZero();
        log.act(log.all().getFirst());
        assertThat(undone).isEmpty();
        assertThat(front()).isEqualTo("Deleted own-table");
    }

    @Test
    void onlyTheNewestAreKept() {
        for (int i = 0; i <= NoticeLog.KEPT; i++) {
            log.done("told " + i);
        }
        assertThat(log.all()).hasSize(NoticeLog.KEPT);
        assertThat(log.all().getFirst().text()).isEqualTo("told " + NoticeLog.KEPT);
    }

    @Test
    void nothingIsShownInAnotherEnvironment() {
        log.done("Deleted a table", "Restore", () -> undone.add("table"));
        log.clear();
        assertThat(front()).isEmpty();
        assertThat(log.all()).isEmpty();
        assertThat(log.actionsProperty().get()).isZero();
    }
}

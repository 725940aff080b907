package dev.switchboard.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.activity.Backend;
import dev.switchboard.activity.Call;
import dev.switchboard.ui.common.ViewState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActivityViewModelTest {
    private final ActivityLog log = new ActivityLog();
    private ActivityViewModel model;

    @BeforeEach
    void make() {
        model = new ActivityViewModel(log);
    }

    private void call(Backend backend, String operation, String error) {
        log.record(Instant.EPOCH, backend, operation, "cruddur-messages", Duration.ofMillis(5), 0.5, 1, 0, error, "aws …");
    }

    @Test
    void emptyStateWithoutCalls() {
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.Empty.class);
    }

    @Test
    void showsNewestFirstWithTotals() {
        call(Backend.DYNAMODB, "Query", null);
        call(Backend.DYNAMODB, "PutItem", "ThrottlingException");
        assertThat(model.shown()).as("not at each call").isEmpty();
        model.update();
        assertThat(model.shown()).extracting(Call::operation).containsExactly("PutItem", "Query");
        assertThat(model.sumsProperty().get()).isEqualTo("2 calls · 1 failed · 1 RCU · 2 WCU · 10 ms");
        assertThat(model.stateProperty().get()).isEqualTo(ViewState.CONTENT);
    }

    @Test
    void filtersByWordsBackendAndFailureWithTotals() {
        call(Backend.DYNAMODB, "Query", null);
        call(Backend.DYNAMODB, "PutItem", "ThrottlingException: slow down");
        call(Backend.POSTGRESQL, "users/all", null);
        model.update();
        model.filterProperty().set("  throttling put ");
        assertThat(model.shown()).extracting(Call::operation).containsExactly("PutItem");
        model.filterProperty().set("");
        model.backendProperty().set(Backend.POSTGRESQL);
        assertThat(model.shown()).extracting(Call::operation).containsExactly("users/all");
        model.failedOnlyProperty().set(true);
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.Empty.class);
        ViewState.Empty none = (ViewState.Empty) model.stateProperty().get();
        none.action().run().run();
        assertThat(model.shown()).hasSize(3);
    }

    @Test
    void isBoundedLikeTheLogAndKeepsNewest() {
        for (int i = 0; i < ActivityLog.MOST_CALLS + 20; i++) {
            call(Backend.DYNAMODB, "Query", null);
            if (i % 500 == 0) {
                model.update();
            }
        }
        model.update();
        assertThat(model.shown()).hasSize(ActivityLog.MOST_CALLS);
        assertThat(model.shown().getFirst().number()).isEqualTo(ActivityLog.MOST_CALLS + 20);
    }
}

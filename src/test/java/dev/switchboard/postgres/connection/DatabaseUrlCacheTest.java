package dev.switchboard.postgres.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.journal.WriteLock;
import dev.switchboard.journal.WritePermits;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.TestJournal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Simulates a user who does not answer the password prompt. */
@Timeout(20)
class DatabaseUrlCacheTest {
    private static final PostgresUrl ASKED_FOR = PostgresUrl.parse("postgresql://ada@db.example:5432/app");
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private final AtomicInteger questions = new AtomicInteger();
    private final ActivityLog activity = new ActivityLog();

    @TempDir
    private Path home;

    /** Like the prompt of the window, returns no password when it is interrupted. */
    private @Nullable String prompt(PostgresUrl url) {
        questions.incrementAndGet();
        asked.countDown();
        try {
            answered.await();
            return "secret";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private Database database() {
        PasswordResolver passwords = new PasswordResolver(Map.of(), home, this::prompt);
        WriteLock lock = Environment.PRD.policy().newLock(InstantSource.system());
        return new Database(() -> passwords.fill(ASKED_FOR), new WritePermits(lock, TestJournal.dev()), activity);
    }

    private static <T> Call<T> start(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        return new Call<>(task, Thread.ofPlatform().daemon().start(task));
    }

    private record Call<T>(FutureTask<T> task, Thread thread) {
        /** Waits until the thread waits for another one. */
        void awaitWaiting() {
            Set<Thread.State> waiting = Set.of(Thread.State.WAITING, Thread.State.BLOCKED);
            while (!waiting.contains(thread.getState())) {
                Thread.onSpinWait();
            }
        }

        @Nullable
        Throwable failure() throws InterruptedException {
            try {
                task.get();
                return null;
            } catch (ExecutionException e) {
                return e.getCause();
            }
        }
    }

    @Test
    void closingDoesNotWaitForThePerson() throws Exception {
        Database database = database();
        Call<List<Row>> query = start(() -> database.query(new Sql("test", "SELECT 1"), Map.of()));
        asked.await();
        Call<PostgresUrl> other = start(database::url);
        other.awaitWaiting();
        Call<Boolean> closing = start(() -> {
            database.close();
            return true;
        });
        assertThat(closing.task().get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(other.failure()).as("who waits for the same answer").isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("closed");
        assertThat(query.task().isDone()).as("the question still stands").isFalse();
        answered.countDown();
        assertThat(query.failure()).as("the answer is not used").isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("closed");
        assertThat(activity.calls()).isEmpty();
        assertThatThrownBy(database::url).isInstanceOf(OperationFailedException.class);
        assertThat(questions).hasValue(1);
    }

    @Test
    void reconnectingDoesNotWaitForThePersonEither() throws Exception {
        Database database = database();
        Call<PostgresUrl> asking = start(database::url);
        asked.await();
        Call<Boolean> reconnecting = start(() -> {
            database.reconnect();
            database.reconnect(ASKED_FOR.withDatabase("other"));
            return true;
        });
        assertThat(reconnecting.task().get(5, TimeUnit.SECONDS)).isTrue();
        answered.countDown();
        assertThat(asking.task().get().database()).as("what is known since wins").isEqualTo("other");
        database.close();
    }

    @Test
    void aPersonIsAskedOnceForAllWhoWait() throws Exception {
        Database database = database();
        Call<PostgresUrl> first = start(database::url);
        asked.await();
        List<Call<PostgresUrl>> others = Stream.generate(() -> start(database::url)).limit(4).toList();
        others.forEach(Call::awaitWaiting);
        answered.countDown();
        PostgresUrl url = first.task().get();
        assertThat(url.hasPassword()).isTrue();
        for (Call<PostgresUrl> other : others) {
            assertThat(other.task().get()).isSameAs(url);
        }
        assertThat(questions).hasValue(1);
        database.close();
        assertThat(database.url()).as("what is under way can still say where it failed").isSameAs(url);
    }

    @Test
    void whoStopsWaitingLeavesTheQuestionToTheOthers() throws Exception {
        Database database = database();
        Call<PostgresUrl> first = start(database::url);
        asked.await();
        Call<PostgresUrl> second = start(database::url);
        Call<PostgresUrl> third = start(database::url);
        second.awaitWaiting();
        third.awaitWaiting();
        second.thread().interrupt();
        assertThat(second.failure()).isInstanceOf(OperationCancelledException.class);
        first.thread().interrupt();
        assertThat(first.failure()).isInstanceOf(OperationCancelledException.class);
        answered.countDown();
        assertThat(third.task().get().hasPassword()).as("asked again, not left without a password").isTrue();
        assertThat(questions).hasValue(2);
        database.close();
    }
}

package dev.switchboard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.activity.Backend;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Job;
import dev.switchboard.job.JobRunner;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.TestJournal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WritePermitsTest {
    private static final ChangeTarget TABLE = new ChangeTarget("DynamoDB", "t", null, null, null, null);
    private static final Intent INTENT = Intent.event("items put", "Putting an item.", "");
    private final WriteLock lock = Environment.PRD.policy().newLock(InstantSource.system());
    private final WritePermits permits = new WritePermits(lock, TestJournal.dev());

    @Test
    void anAuthorizationOutlivesTheLockForEachChangeBegunUnderIt() {
        lock.unlock("prd");
        try (WriteAuthorization authorization = permits.authorize(Backend.DYNAMODB, "tables restore", "Restoring.")) {
            lock.lock();
            WritePermit permit = authorization.begin(INTENT, TABLE, null);
            assertThat(permit.allows(permits)).isTrue();
            permit.done("");
            assertThat(permit.allows(permits)).as("after its end").isFalse();
        }
        assertThatExceptionOfType(OperationRefusedException.class).isThrownBy(() -> permits.begin(Backend.DYNAMODB, INTENT, TABLE, null));
    }

    @Test
    void aPermitOfAnotherSessionAllowsNothing() {
        lock.unlock("prd");
        WritePermit permit = permits.begin(Backend.DYNAMODB, INTENT, TABLE, null);
        assertThat(permit.allows(new WritePermits(lock, TestJournal.dev()))).isFalse();
        permit.done("");
    }

    @Test
    void whoeverClosesWaitsForWhatIsBeingWrittenAndLetsNothingNewBegin() throws Exception {
        lock.unlock("prd");
        WritePermit permit = permits.begin(Backend.DYNAMODB, INTENT, TABLE, null);
        assertThat(permits.open()).containsExactly("Putting an item.");
        permits.close();
        assertThatExceptionOfType(OperationRefusedException.class).isThrownBy(() -> permits.begin(Backend.DYNAMODB, INTENT, TABLE, null));
        assertThat(permits.awaitNone(Duration.ofMillis(1))).as("while it is being written").isFalse();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return permits.awaitNone(Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        permit.done("");
        assertThat(waiting.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(permits.open()).isEmpty();
    }

    @Test
    void aPermitMarksTheJobThatTookItAsWriting() {
        lock.unlock("prd");
        Job<Boolean> reading = JobRunner.onCallingThread().start("Reading", progress -> Job.current().isWriting(), job -> {});
        Job<Boolean> writing = JobRunner.onCallingThread().start("Writing", progress -> {
            permits.begin(Backend.DYNAMODB, INTENT, TABLE, null).done("");
            return Job.current().isWriting();
        }, job -> {});
        assertThat(reading.result()).isFalse();
        assertThat(writing.result()).isTrue();
    }
}

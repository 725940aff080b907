package dev.switchboard.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FailureExplainerTest {
    private final FailureExplainer explanations = new FailureExplainer(List.of(
            thrown -> thrown instanceof IOException ? new Explanation("The disk is full.", "Free it.", "errno 28", true) : null));

    @Test
    void aFailureSpeaksForItselfEvenAsACause() {
        Explanation explanation = explanations.of(new ExecutionException(new OperationRefusedException("It is locked.", "Unlock it.")));
        assertThat(explanation.sentence()).isEqualTo("It is locked.");
        assertThat(explanation.remedy()).isEqualTo("Unlock it.");
        assertThat(explanation.expected()).isTrue();
    }

    @Test
    void anExplainerIsAskedForEachCause() {
        Explanation explanation = explanations.of(new IllegalStateException(new IOException("No space left on device")));
        assertThat(explanation.sentence()).isEqualTo("The disk is full.");
    }

    @Test
    void theMessageOfAFailureIsItsSentenceAndItsRemedy() {
        assertThat(new OperationFailedException("It is gone.", "Make it anew.")).hasMessage("It is gone. Make it anew.");
        assertThat(new OperationFailedException("It is gone.", null)).hasMessage("It is gone.");
    }
}

package dev.switchboard.aws;

import dev.switchboard.journal.WritePermit;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Lets no write pass that does not name its change in the journal, so that nobody above can forget to note one. */
public final class JournalInterceptor implements ExecutionInterceptor {
    private static final ExecutionAttribute<WritePermit> RECORDING = new ExecutionAttribute<>("switchboard.recording");

    JournalInterceptor() {}

    /** What a request's {@code overrideConfiguration} takes, to say which change it belongs to. */
    public static Consumer<AwsRequestOverrideConfiguration.Builder> of(WritePermit recording) {
        return configuration -> configuration.putExecutionAttribute(RECORDING, recording);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        String operation = AwsService.operation(attributes);
        if (!ReadOperations.contains(AwsService.of(attributes), operation) && attributes.getAttribute(RECORDING) == null) {
            throw new IllegalStateException(operation + " was to be sent without a word in the journal");
        }
    }
}

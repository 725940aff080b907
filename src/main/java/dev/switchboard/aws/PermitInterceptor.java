package dev.switchboard.aws;

import dev.switchboard.journal.WritePermit;
import dev.switchboard.journal.WritePermits;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * The lock of the AWS clients: an operation that is not known to read only is sent with an open permit of the clients' own session, or
 * not at all. Whether a permit is given is decided by {@link WritePermits} alone.
 */
public final class PermitInterceptor implements ExecutionInterceptor {
    private static final ExecutionAttribute<WritePermit> PERMIT = new ExecutionAttribute<>("switchboard.permit");
    private final WritePermits permits;

    PermitInterceptor(WritePermits permits) {
        this.permits = permits;
    }

    /** What a request's {@code overrideConfiguration} takes, to name the permit that it is sent under. */
    public static Consumer<AwsRequestOverrideConfiguration.Builder> of(WritePermit permit) {
        return configuration -> configuration.putExecutionAttribute(PERMIT, permit);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        String operation = AwsService.operation(attributes);
        if (ReadOperations.contains(AwsService.of(attributes), operation, context.request())) {
            return;
        }
        @Nullable WritePermit permit = attributes.getAttribute(PERMIT);
        if (permit == null || !permit.allows(permits)) {
            throw new IllegalStateException(operation + " was not sent: it names no open write permit of this session");
        }
    }
}

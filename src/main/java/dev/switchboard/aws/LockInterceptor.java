package dev.switchboard.aws;

import dev.switchboard.journal.WriteLock;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Refuses every operation that is not known to read only, while the lock is closed. Asked again before each attempt. */
final class LockInterceptor implements ExecutionInterceptor {
    private final WriteLock lock;

    LockInterceptor(WriteLock lock) {
        this.lock = lock;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        check(attributes);
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        check(attributes);
    }

    private void check(ExecutionAttributes attributes) {
        AwsService service = AwsService.of(attributes);
        String operation = AwsService.operation(attributes);
        if (!ReadOperations.contains(service, operation)) {
            lock.check(service.backend().title() + " " + operation);
        }
    }
}

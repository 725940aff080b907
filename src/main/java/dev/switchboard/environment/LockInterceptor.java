package dev.switchboard.environment;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

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
        String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        if (!ReadOperations.contains(String.valueOf(service), String.valueOf(operation))) {
            lock.check(service + " " + operation);
        }
    }
}

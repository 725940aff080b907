package dev.switchboard.aws;

import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.text.Messages;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Lets no call through to another account than the expected one. It asks AWS once, before the first call; an account that
 * does not match is asked again at the next call, because credentials can be changed under a running session.
 */
final class AccountInterceptor implements ExecutionInterceptor {
    private final @Nullable String expected;
    private final Supplier<String> actual;
    private volatile boolean matched;

    /**
     * @param expected the account id, or null where any will do
     * @param actual asks AWS for the account of the credentials in use
     */
    AccountInterceptor(@Nullable String expected, Supplier<String> actual) {
        this.expected = expected;
        this.actual = actual;
    }

    /** The next credentials may be another account's: the next call asks again. */
    void forget() {
        matched = false;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (expected == null || matched) {
            return;
        }
        check(actual.get());
        matched = true;
    }

    /** Refuses an account that is not the expected one. */
    void check(String found) {
        if (expected != null && !expected.equals(found)) {
            Messages text = Messages.of(AccountInterceptor.class);
            throw new OperationRefusedException(text.get("account.other", found, expected), text.get("account.other.remedy"));
        }
    }
}

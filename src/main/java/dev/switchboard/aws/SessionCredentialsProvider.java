package dev.switchboard.aws;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The credentials of a session, from the SDK's own chain. The chain keeps what it was once given; where AWS refuses that, or the
 * chain itself fails, it is made anew for the next call, so that a session goes on after its credentials were renewed outside. A call
 * that is cancelled while it waits for credentials says nothing about them: they are kept.
 */
final class SessionCredentialsProvider implements AwsCredentialsProvider, ExecutionInterceptor, AutoCloseable {
    private final Supplier<AwsCredentialsProvider> chain;
    private final Runnable renewed;
    private @Nullable AwsCredentialsProvider present;
    private volatile @Nullable Instant expiry;

    /**
     * @param chain makes the provider that asks everywhere anew
     * @param renewed told that the next credentials may be somebody else's
     */
    SessionCredentialsProvider(Supplier<AwsCredentialsProvider> chain, Runnable renewed) {
        this.chain = chain;
        this.renewed = renewed;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        AwsCredentialsProvider used = provider();
        try {
            AwsCredentials credentials = used.resolveCredentials();
            expiry = credentials.expirationTime().orElse(null);
            return credentials;
        } catch (SdkException | Failure e) {
            forgetAfter(e, used);
            throw e;
        } catch (RuntimeException e) {
            forgetAfter(e, used);
            throw withoutCauses(e);
        }
    }

    /** Forgets a provider that failed, unless it only was interrupted, or another has taken its place since. */
    private void forgetAfter(RuntimeException failure, AwsCredentialsProvider used) {
        boolean cancelled = failure instanceof OperationCancelledException || failure instanceof AbortedException
                || Thread.currentThread().isInterrupted();
        if (!cancelled) {
            forget(used);
        }
    }

    /** So does the SDK tell of a credential_process that fails. Its causes repeat what the program said, which may hold a secret. */
    private static SdkClientException withoutCauses(RuntimeException thrown) {
        SdkClientException made = SdkClientException.create("The credentials could not be loaded: " + thrown.getMessage());
        made.setStackTrace(thrown.getStackTrace());
        return made;
    }

    /** When the credentials that were used last end; null where none were used or they have no end. */
    @Nullable
    Instant expiry() {
        return expiry;
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        if (AwsFailureExplainer.isOfCredentials(context.exception())) {
            forget(null);
        }
    }

    private synchronized AwsCredentialsProvider provider() {
        AwsCredentialsProvider known = present;
        if (known == null) {
            known = chain.get();
            present = known;
        }
        return known;
    }

    /**
     * Forgets the provider in use.
     *
     * @param which the provider to forget if it is the one in use; null for any
     */
    @SuppressWarnings("ReferenceEquality") // which of two equal providers failed is what matters
    private synchronized void forget(@Nullable AwsCredentialsProvider which) {
        AwsCredentialsProvider known = present;
        if (which != null && which != known) {
            return;
        }
        present = null;
        if (known instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
        renewed.run();
    }

    @Override
    public synchronized void close() {
        if (present instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
    }
}

package dev.switchboard.aws;

import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Provides the credentials of a profile whose role requires an MFA code ({@code role_arn} with {@code mfa_serial}), which the SDK's
 * default chain does not support. The code is requested when the role is assumed and again when its credentials expire. It is never
 * stored.
 */
final class MfaRoleCredentialsProvider implements AwsCredentialsProvider, SdkAutoCloseable {
    private static final Messages TEXT = Messages.of(MfaRoleCredentialsProvider.class);
    private final DefaultCredentialsProvider source;
    private final StsClient sts;
    private final StsAssumeRoleCredentialsProvider role;
    private final ReentrantLock promptLock = new ReentrantLock(true);
    private final AtomicInteger failures = new AtomicInteger();
    private volatile @Nullable RuntimeException lastFailure;

    private MfaRoleCredentialsProvider(Profile profile, @Nullable String region, SdkHttpClient http,
            @Nullable Function<String, @Nullable String> prompt) {
        source = DefaultCredentialsProvider.builder().profileName(profile.property("source_profile").orElse("default")).build();
        sts = StsClient.builder()
                .credentialsProvider(source)
                .httpClient(http)
                .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(new TokenRedactionInterceptor()))
                .region(Region.of(profile.property("region").orElse(region == null ? AwsClients.LOCAL_REGION : region)))
                .build();
        role = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(() -> request(profile, prompt))
                .build();
    }

    /** Returns the provider for a profile; null if its role requires no MFA code. */
    static @Nullable MfaRoleCredentialsProvider of(
            @Nullable String name, @Nullable String region, SdkHttpClient http, @Nullable Function<String, @Nullable String> prompt) {
        String chosen = name == null ? ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow() : name;
        Optional<Profile> profile = ProfileFile.defaultProfileFile()
                .profile(chosen)
                .filter(found -> found.property("role_arn").isPresent() && found.property("mfa_serial").isPresent());
        return profile.map(found -> new MfaRoleCredentialsProvider(found, region, http, prompt)).orElse(null);
    }

    /** Created for each refresh, because a code is valid only once. */
    private static AssumeRoleRequest request(Profile profile, @Nullable Function<String, @Nullable String> prompt) {
        String serial = profile.property("mfa_serial").orElseThrow();
        AssumeRoleRequest.Builder request = AssumeRoleRequest.builder()
                .roleArn(profile.property("role_arn").orElseThrow())
                .roleSessionName(profile.property("role_session_name").orElse("switchboard"))
                .serialNumber(serial)
                .tokenCode(code(serial, prompt));
        profile.property("external_id").ifPresent(request::externalId);
        profile.property("duration_seconds").map(Integer::valueOf).ifPresent(request::durationSeconds);
        return request.build();
    }

    private static String code(String serial, @Nullable Function<String, @Nullable String> prompt) {
        @Nullable String typed = prompt == null ? null : prompt.apply(serial);
        if (typed == null || typed.isBlank()) {
            throw new OperationFailedException(TEXT.get("mfa.missing", serial), TEXT.get("mfa.missing.remedy"));
        }
        return typed.strip();
    }

    /**
     * The SDK lets concurrent callers wait only five seconds, which is too short to enter a code, and then prompts once for each of
     * them. With this lock, they share one prompt and its failure.
     */
    @Override
    public AwsCredentials resolveCredentials() {
        int before = failures.get();
        try {
            promptLock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCancelledException(TEXT.get("mfa.cancelled"), null, e);
        }
        try {
            RuntimeException failure = lastFailure;
            if (failure != null && failures.get() != before) {
                throw failure;
            }
            return role.resolveCredentials();
        } catch (RuntimeException e) {
            // An interrupted prompt has no answer to share, so the next caller prompts again.
            if (!Thread.currentThread().isInterrupted()) {
                lastFailure = e;
                failures.incrementAndGet();
            }
            throw e;
        } finally {
            promptLock.unlock();
        }
    }

    @Override
    public void close() {
        role.close();
        sts.close();
        source.close();
    }
}

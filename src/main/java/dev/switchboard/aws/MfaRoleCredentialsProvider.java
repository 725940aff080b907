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
 * The credentials of a profile whose role wants a code of a device ({@code role_arn} with {@code mfa_serial}), which the SDK's
 * chain does not ask for. The code is asked for when the role is assumed, and again when its credentials end; it is kept nowhere.
 */
final class MfaRoleCredentialsProvider implements AwsCredentialsProvider, SdkAutoCloseable {
    private static final Messages TEXT = Messages.of(MfaRoleCredentialsProvider.class);
    private final DefaultCredentialsProvider source;
    private final StsClient sts;
    private final StsAssumeRoleCredentialsProvider role;
    private final ReentrantLock asking = new ReentrantLock(true);
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile @Nullable RuntimeException lastRefusal;

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

    /** The provider for a profile; null where its role wants no code. */
    static @Nullable MfaRoleCredentialsProvider of(
            @Nullable String name, @Nullable String region, SdkHttpClient http, @Nullable Function<String, @Nullable String> prompt) {
        String chosen = name == null ? ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow() : name;
        Optional<Profile> profile = ProfileFile.defaultProfileFile()
                .profile(chosen)
                .filter(found -> found.property("role_arn").isPresent() && found.property("mfa_serial").isPresent());
        return profile.map(found -> new MfaRoleCredentialsProvider(found, region, http, prompt)).orElse(null);
    }

    /** Made anew at each refresh, because a code serves once. */
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

    /** The SDK lets others wait for five seconds, in which nobody has typed a code, and then asks once more for each of them. */
    @Override
    public AwsCredentials resolveCredentials() {
        int before = refusals.get();
        try {
            asking.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCancelledException(TEXT.get("mfa.cancelled"), null, e);
        }
        try {
            RuntimeException refusal = lastRefusal;
            if (refusal != null && refusals.get() != before) {
                throw refusal;
            }
            return role.resolveCredentials();
        } catch (RuntimeException e) {
            // Who is interrupted gave no answer, and the next is asked.
            if (!Thread.currentThread().isInterrupted()) {
                lastRefusal = e;
                refusals.incrementAndGet();
            }
            throw e;
        } finally {
            asking.unlock();
        }
    }

    @Override
    public void close() {
        role.close();
        sts.close();
        source.close();
    }
}

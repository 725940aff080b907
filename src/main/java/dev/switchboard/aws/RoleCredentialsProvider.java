package dev.switchboard.aws;

import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Provides the credentials of a profile with a role ({@code role_arn} with {@code source_profile} or {@code credential_source}), also of one
 * that requires an MFA code ({@code mfa_serial}), which the SDK's default chain does not support. The code is requested when the role is
 * assumed and again when its credentials expire. It is never stored. The SDK's own provider would take the endpoint and the proxy from
 * wherever it finds them.
 */
final class RoleCredentialsProvider implements AwsCredentialsProvider, SdkAutoCloseable {
    private static final Messages TEXT = Messages.of(RoleCredentialsProvider.class);
    private static final String SOURCE_PROFILE = "source_profile";
    private final AwsCredentialsProvider source;
    private final StsClient sts;
    private final StsAssumeRoleCredentialsProvider role;
    private final ReentrantLock promptLock = new ReentrantLock(true);
    private final AtomicInteger failures = new AtomicInteger();
    private volatile @Nullable RuntimeException lastFailure;

    private RoleCredentialsProvider(
            Profile profile, AwsCredentialsProvider source, StsClient sts, @Nullable Function<String, @Nullable String> prompt) {
        this.source = source;
        this.sts = sts;
        role = StsAssumeRoleCredentialsProvider.builder().stsClient(sts).refreshRequest(() -> request(profile, prompt)).build();
    }

    /**
     * Returns the provider for a profile; null if it has no role that is assumed with other credentials.
     *
     * @param sts creates the client that assumes the role with the credentials of its source
     */
    static @Nullable RoleCredentialsProvider of(
            Profile profile, Function<AwsCredentialsProvider, StsClient> sts, @Nullable Function<String, @Nullable String> prompt) {
        return of(profile, ProfileFile.defaultProfileFile(), sts, prompt, new HashSet<>());
    }

    private static @Nullable RoleCredentialsProvider of(
            Profile profile,
            ProfileFile file,
            Function<AwsCredentialsProvider, StsClient> sts,
            @Nullable Function<String, @Nullable String> prompt,
            Set<String> seen) {
        boolean assumed = profile.property("role_arn").isPresent()
                && (needsCode(profile) || profile.property(SOURCE_PROFILE).isPresent()
                        || profile.property("credential_source").isPresent());
        // A profile that is its own source, or part of a circle, has keys or nothing.
        if (!assumed || !seen.add(profile.name())) {
            return null;
        }
        AwsCredentialsProvider source = source(profile, file, sts, prompt, seen);
        return new RoleCredentialsProvider(profile, source, sts.apply(source), prompt);
    }

    static boolean needsCode(Profile profile) {
        return profile.property("role_arn").isPresent() && profile.property("mfa_serial").isPresent();
    }

    private static AwsCredentialsProvider source(
            Profile profile,
            ProfileFile file,
            Function<AwsCredentialsProvider, StsClient> sts,
            @Nullable Function<String, @Nullable String> prompt,
            Set<String> seen) {
        @Nullable String name = profile.property(SOURCE_PROFILE).orElse(null);
        if (name == null) {
            return switch (profile.property("credential_source").orElse("")) {
                case "Environment" -> EnvironmentVariableCredentialsProvider.create();
                case "Ec2InstanceMetadata" -> InstanceProfileCredentialsProvider.create();
                case "EcsContainer" -> ContainerCredentialsProvider.builder().build();
                default -> DefaultCredentialsProvider.builder().profileName("default").build();
            };
        }
        Optional<Profile> named = file.profile(name);
        @Nullable RoleCredentialsProvider chained = named.map(found -> of(found, file, sts, prompt, seen)).orElse(null);
        if (chained != null) {
            return chained;
        }
        @Nullable AwsCredentials key = named.map(AwsProfile::accessKey).orElse(null);
        return key == null ? ProfileCredentialsProvider.create(name) : StaticCredentialsProvider.create(key);
    }

    /** Created for each refresh, because a code is valid only once. */
    private static AssumeRoleRequest request(Profile profile, @Nullable Function<String, @Nullable String> prompt) {
        AssumeRoleRequest.Builder request = AssumeRoleRequest.builder()
                .roleArn(profile.property("role_arn").orElseThrow())
                .roleSessionName(profile.property("role_session_name").orElse("switchboard"));
        profile.property("mfa_serial").ifPresent(serial -> request.serialNumber(serial).tokenCode(code(serial, prompt)));
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
        if (source instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
    }
}

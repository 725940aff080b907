package dev.switchboard.aws;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.activity.Backend;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.journal.ChangeTarget;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.Journal;
import dev.switchboard.journal.WriteLock;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.journal.WritePermits;
import dev.switchboard.settings.EnvironmentPolicy;
import dev.switchboard.settings.Origin;
import dev.switchboard.settings.PostgresAuthMethod;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.Timeouts;
import dev.switchboard.text.Messages;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * The AWS clients of one session, each built when it is first asked for, on the asking thread (0.4 to 0.9 s for the first).
 * All of them record what they call and send no write without a permit of this session.
 */
public final class AwsClients implements AutoCloseable {
    /** Where a local engine is spoken to, the region is a name without a meaning. */
    public static final String LOCAL_REGION = "us-east-1";

    private static final Messages TEXT = Messages.of(AwsClients.class);
    private final Settings settings;
    private final ActivityLog activity;
    private final WritePermits permits;
    private final Supplier<@Nullable URI> dynamoDbEndpoint;
    private final Supplier<@Nullable URI> cognitoEndpoint;
    private final SessionCredentialsProvider credentials;
    private final Timeouts patience;
    private final AccountInterceptor guard;
    private final Lazy<SdkHttpClient> http;
    private final Lazy<DynamoDbClient> dynamoDb;
    private final Lazy<DynamoDbStreamsClient> streams;
    private final Lazy<CognitoIdentityProviderClient> cognito;
    private final Lazy<StsClient> sts;
    private volatile @Nullable CallerIdentity known;

    /**
     * @param journal notes what is written before it is
     * @param dynamoDbEndpoint where DynamoDB is, asked when the first client is built; gives null for AWS's own
     * @param cognitoEndpoint likewise for Cognito
     * @param mfaCode asks a person for the code of an MFA device, named by its serial; null where nobody can be asked; gives null
     *     where nobody answered
     * @param patience how long a server that stays silent is waited for
     */
    public AwsClients(
            Settings settings,
            WriteLock lock,
            ActivityLog activity,
            Journal journal,
            Supplier<@Nullable URI> dynamoDbEndpoint,
            Supplier<@Nullable URI> cognitoEndpoint,
            @Nullable Function<String, @Nullable String> mfaCode,
            Timeouts patience) {
        this.settings = settings;
        this.activity = activity;
        permits = new WritePermits(lock, journal, this::principalForWrites);
        this.dynamoDbEndpoint = dynamoDbEndpoint;
        this.cognitoEndpoint = cognitoEndpoint;
        this.patience = patience;
        http = new Lazy<>(() -> httpClient(patience));
        guard = new AccountInterceptor(settings.get(Setting.EXPECTED_ACCOUNT), () -> caller().account());
        credentials = new SessionCredentialsProvider(() -> chain(mfaCode), () -> {
            known = null;
            guard.forget();
        });
        dynamoDb = new Lazy<>(() -> build(DynamoDbClient.builder(), dynamoDbEndpoint.get(), List.of(guard)));
        streams = new Lazy<>(() -> build(DynamoDbStreamsClient.builder(), dynamoDbEndpoint.get(), List.of(guard)));
        cognito = new Lazy<>(() -> build(CognitoIdentityProviderClient.builder(), cognitoEndpoint.get(), List.of(guard)));
        sts = new Lazy<>(() -> build(StsClient.builder(), null, List.of()));
    }

    public DynamoDbClient dynamoDb() {
        return dynamoDb.get();
    }

    /** Reads the streams of tables, at the endpoint of {@link #dynamoDb()} where that is not AWS's own. */
    public DynamoDbStreamsClient streams() {
        return streams.get();
    }

    public CognitoIdentityProviderClient cognito() {
        return cognito.get();
    }

    public StsClient sts() {
        return sts.get();
    }

    /** Whose credentials these are, as AWS sees it. */
    public CallerIdentity caller() {
        GetCallerIdentityResponse identity = sts().getCallerIdentity();
        CallerIdentity caller = new CallerIdentity(identity.account(), identity.arn());
        known = caller;
        return caller;
    }

    /** Where DynamoDB is spoken to; null for AWS's own. Blocks where the supplier of the endpoint does. */
    public @Nullable URI dynamoDbEndpoint() {
        return dynamoDbEndpoint.get();
    }

    /** The rules of the environment that these clients are for. */
    public EnvironmentPolicy policy() {
        return settings.environment().policy();
    }

    /** What decides whether something may be written in this session. */
    public WritePermits permits() {
        return permits;
    }

    /** What was changed in this environment. */
    public Journal journal() {
        return permits.journal();
    }

    /**
     * Allows a change of DynamoDB and notes it; its requests name the permit with {@link PermitInterceptor#of}.
     *
     * @throws OperationRefusedException where {@link WritePermits#authorize} refuses it
     * @throws OperationFailedException where the journal cannot be written; then nothing may be written
     */
    public WritePermit begin(Intent intent, ChangeTarget target) {
        return permits.begin(Backend.DYNAMODB, intent, target, null);
    }

    /**
     * Who writes, as AWS sees it: asked for before the first write where the environment has accounts. A named endpoint is an engine, which
     * has none.
     */
    private @Nullable String principalForWrites(Backend backend) {
        @Nullable CallerIdentity caller = known;
        if (!settings.environment().policy().accounts()
                || (backend == Backend.POSTGRESQL ? !speaksToAws() : dynamoDbEndpoint.get() != null)) {
            return caller == null ? null : caller.principal();
        }
        if (backend == Backend.DYNAMODB) {
            refuseAnotherEndpoint();
        }
        CallerIdentity writer = caller == null ? askForCaller() : caller;
        guard.check(writer.account());
        return writer.principal();
    }

    /** Whether a client of AWS's own endpoints was needed in this session. A database has its role; the principal is added then. */
    private boolean speaksToAws() {
        return (dynamoDb.isMade() && dynamoDbEndpoint.get() == null) || (cognito.isMade() && cognitoEndpoint.get() == null);
    }

    /** The SDK reads endpoints from the process's environment and the profile by itself. */
    private void refuseAnotherEndpoint() {
        Optional<URI> other = dynamoDb().serviceClientConfiguration().endpointOverride();
        if (other.isPresent()) {
            throw new OperationRefusedException(TEXT.get("permit.endpoint", settings.environment().code(), other.get().getAuthority()),
                    TEXT.get("permit.endpoint.remedy"));
        }
    }

    private CallerIdentity askForCaller() {
        try {
            return caller();
        } catch (AbortedException e) {
            throw e;
        } catch (SdkException e) {
            @Nullable Explanation why = new AwsFailureExplainer(settings.get(Setting.AWS_PROFILE)).explain(e);
            String reason = why == null ? String.valueOf(e.getMessage()) : why.sentence();
            throw new OperationRefusedException(TEXT.get("permit.principal", settings.environment().code(), reason),
                    why == null || why.remedy() == null ? TEXT.get("permit.principal.remedy") : why.remedy(), e);
        }
    }

    /** When the credentials that were used last end; null where they have no end, or none were used yet. */
    public @Nullable Instant expiry() {
        return credentials.expiry();
    }

    /**
     * A token that RDS takes in place of a password, for the next fifteen minutes; see {@link PostgresAuthMethod#IAM}.
     *
     * @throws OperationFailedException where neither the host's name nor the settings name a region
     */
    public String databaseToken(String host, int port, String user) {
        @Nullable String named = DatabaseToken.regionOf(host);
        @Nullable String region = named == null ? settings.get(Setting.AWS_REGION) : named;
        if (region == null) {
            throw new OperationFailedException(TEXT.get("token.no-region", host), TEXT.get("aws.no-region.remedy"));
        }
        return DatabaseToken.sign(credentials.resolveCredentials(), region, host, port, user, Clock.systemUTC());
    }

    private static SdkHttpClient httpClient(Timeouts patience) {
        return Apache5HttpClient.builder()
                .maxConnections(64)
                .connectionTimeout(patience.connect())
                .socketTimeout(patience.silence())
                .build();
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient> C build(
            B builder, @Nullable URI endpoint, List<ExecutionInterceptor> guards) {
        @Nullable String profile = settings.get(Setting.AWS_PROFILE);
        @Nullable String region = settings.get(Setting.AWS_REGION);
        String regionOrLocal = region == null && endpoint != null ? LOCAL_REGION : region;
        if (regionOrLocal != null) {
            builder.region(Region.of(regionOrLocal));
        }
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        List<ExecutionInterceptor> interceptors = new ArrayList<>(guards);
        interceptors.add(new TokenRedactionInterceptor());
        AwsCliCommand command = new AwsCliCommand(endpoint == null ? null : endpoint.toString(), profile, regionOrLocal);
        interceptors.add(new ActivityInterceptor(activity, command));
        interceptors.add(new PermitInterceptor(permits));
        interceptors.add(credentials);
        return builder.credentialsProvider(credentials(profile, endpoint))
                .httpClient(http.get())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(RetryMode.STANDARD)
                        .apiCallAttemptTimeout(patience.attempt())
                        .apiCallTimeout(patience.call())
                        .executionInterceptors(interceptors)
                        .build())
                .build();
    }

    private AwsCredentialsProvider chain(@Nullable Function<String, @Nullable String> mfaCode) {
        @Nullable String profile = settings.get(Setting.AWS_PROFILE);
        @Nullable MfaRoleCredentialsProvider role =
                MfaRoleCredentialsProvider.of(profile, settings.get(Setting.AWS_REGION), http.get(), mfaCode);
        if (role != null) {
            return role;
        }
        Origin origin = settings.origin(Setting.AWS_PROFILE);
        // As in the AWS CLI: whoever names a profile means it, also where the process has keys in its environment.
        return profile != null && (origin == Origin.COMMAND_LINE || origin == Origin.SETTINGS_FILE)
                ? ProfileCredentialsProvider.create(profile)
                : DefaultCredentialsProvider.builder().profileName(profile).build();
    }

    private AwsCredentialsProvider credentials(@Nullable String profile, @Nullable URI endpoint) {
        if (profile != null || endpoint == null || !isLoopback(endpoint)) {
            return credentials;
        }
        // An engine that is not shared keeps a database for each access key: the keys of the process are those of its other tools.
        // Nobody is asked beyond them, because the rest of the chain looks for instance credentials on the network.
        return AwsCredentialsProviderChain.of(
                SystemPropertyCredentialsProvider.create(),
                EnvironmentVariableCredentialsProvider.create(),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }

    private static boolean isLoopback(URI endpoint) {
        String host = String.valueOf(endpoint.getHost());
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    @Override
    public void close() {
        dynamoDb.ifPresent(SdkClient::close);
        streams.ifPresent(SdkClient::close);
        cognito.ifPresent(SdkClient::close);
        sts.ifPresent(SdkClient::close);
        credentials.close();
        http.ifPresent(SdkHttpClient::close);
    }
}

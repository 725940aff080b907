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
import dev.switchboard.settings.Loopback;
import dev.switchboard.settings.Origin;
import dev.switchboard.settings.PostgresAuthMethod;
import dev.switchboard.settings.ProxySettings;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.Timeouts;
import dev.switchboard.text.Messages;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.profiles.ProfileFile;
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
    private static final Messages TEXT = Messages.of(AwsClients.class);

    static {
        // For the clients that the SDK creates by itself, which assume roles and sign in; those of this class are given their endpoints.
        System.setProperty(SdkSystemSetting.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS.property(), "true");
    }

    private final Settings settings;
    private final ActivityLog activity;
    private final WritePermits permits;
    private final AwsTargets targets;
    private final SessionCredentialsProvider credentials;
    private final Timeouts patience;
    private final AccountInterceptor guard;
    private final HttpClients http;
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
        this.settings = AwsProfile.complete(settings);
        this.activity = activity;
        permits = new WritePermits(lock, journal, this::principalForWrites);
        targets = new AwsTargets(this.settings, dynamoDbEndpoint, cognitoEndpoint);
        this.patience = patience;
        http = new HttpClients(patience);
        guard = new AccountInterceptor(settings.get(Setting.EXPECTED_ACCOUNT), () -> caller().account());
        credentials = new SessionCredentialsProvider(() -> chain(mfaCode), () -> {
            known = null;
            guard.forget();
        });
        // An endpoint that the service itself would name (endpoint discovery) is not one of the settings either.
        dynamoDb = new Lazy<>(() -> build(DynamoDbClient.builder().endpointDiscoveryEnabled(false), dynamoDbTarget(), List.of(guard)));
        streams = new Lazy<>(() -> build(DynamoDbStreamsClient.builder(), targets.of(AwsService.DYNAMODB_STREAMS), List.of(guard)));
        cognito = new Lazy<>(() -> build(CognitoIdentityProviderClient.builder(), cognitoTarget(), List.of(guard)));
        sts = new Lazy<>(() -> build(StsClient.builder(), targets.of(AwsService.STS), List.of()));
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

    /** Where DynamoDB's requests go. Blocks where the supplier of the endpoint does. */
    public AwsTarget dynamoDbTarget() {
        return targets.of(AwsService.DYNAMODB);
    }

    /** Where Cognito's requests go. Blocks where the supplier of the endpoint does. */
    public AwsTarget cognitoTarget() {
        return targets.of(AwsService.COGNITO);
    }

    /** The endpoint of DynamoDB that the settings name or that is a local engine's; null for that of AWS. Blocks where its supplier does. */
    public @Nullable URI dynamoDbEndpoint() {
        return targets.named(AwsService.DYNAMODB);
    }

    /** Whether DynamoDB is an engine of this computer, which charges nothing. Blocks where the supplier of its endpoint does. */
    public boolean isDynamoDbLocal() {
        @Nullable URI endpoint = dynamoDbEndpoint();
        return endpoint != null && endpoint.getHost() != null && Loopback.isLoopback(endpoint.getHost());
    }

    /** The AWS profile of the settings; null for the default credentials. */
    public @Nullable String profile() {
        return settings.get(Setting.AWS_PROFILE);
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
                || (backend == Backend.POSTGRESQL ? !speaksToAws() : !dynamoDbTarget().aws())) {
            return caller == null ? null : caller.principal();
        }
        CallerIdentity writer = caller == null ? askForCaller() : caller;
        guard.check(writer.account());
        return writer.principal();
    }

    /** Whether a client of AWS's own endpoints was needed in this session. A database has its role; the principal is added then. */
    private boolean speaksToAws() {
        return (dynamoDb.isMade() && dynamoDbTarget().aws()) || (cognito.isMade() && cognitoTarget().aws());
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

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient> C build(
            B builder, AwsTarget target, List<ExecutionInterceptor> guards) {
        List<ExecutionInterceptor> interceptors = new ArrayList<>(guards);
        interceptors.add(new TokenRedactionInterceptor());
        // Before the activity log, which does not count the wait as the time of the call.
        interceptors.add(new CapacityInterceptor());
        @Nullable AwsCredentialsProvider ofEngine = targets.engineCredentials(target);
        @Nullable String profile = target.local() ? null : settings.get(Setting.AWS_PROFILE);
        AwsCliCommand command = new AwsCliCommand(target.aws() ? null : target.endpoint().toString(), profile, target.region());
        interceptors.add(new ActivityInterceptor(activity, command));
        interceptors.add(new PermitInterceptor(permits));
        interceptors.add(credentials);
        return connected(builder, target, interceptors, ofEngine == null ? credentials : ofEngine).build();
    }

    /** Gives a builder all that decides where requests go, so that the SDK looks nowhere else. */
    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient> B connected(
            B builder, AwsTarget target, List<ExecutionInterceptor> interceptors, AwsCredentialsProvider provider) {
        ProxySettings.@Nullable Proxy proxy = settings.proxies().proxyFor(target.endpoint());
        if (proxy != null) {
            interceptors.add(new ProxyFailureInterceptor(proxy));
        }
        return builder.region(Region.of(target.region()))
                .endpointOverride(target.endpoint())
                // The endpoint is already that of FIPS or dual stack where these are on, and an engine has neither.
                .fipsEnabled(false)
                .dualstackEnabled(false)
                .credentialsProvider(provider)
                .httpClient(http.to(target.endpoint(), proxy))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(RetryMode.STANDARD)
                        .apiCallAttemptTimeout(patience.attempt())
                        .apiCallTimeout(patience.call())
                        .defaultProfileFile(ProfileFile.aggregator().build())
                        .defaultProfileName("default")
                        .executionInterceptors(interceptors)
                        .build());
    }

    private AwsCredentialsProvider chain(@Nullable Function<String, @Nullable String> mfaCode) {
        AwsProfile profile = AwsProfile.of(settings);
        Origin origin = settings.origin(Setting.AWS_PROFILE);
        // As in the AWS CLI: whoever names a profile means it, also where the process has keys in its environment.
        boolean meant = origin == Origin.COMMAND_LINE || origin == Origin.SETTINGS_FILE;
        if (meant) {
            profile.require();
        }
        @Nullable RoleCredentialsProvider role = profile.section()
                .filter(section -> meant || RoleCredentialsProvider.needsCode(section))
                .map(section -> RoleCredentialsProvider.of(section, this::stsOfRole, mfaCode))
                .orElse(null);
        if (role != null) {
            return role;
        }
        return meant
                ? ProfileCredentialsProvider.create(profile.name())
                : DefaultCredentialsProvider.builder().profileName(profile.name()).build();
    }

    private StsClient stsOfRole(AwsCredentialsProvider source) {
        return connected(
                StsClient.builder(), targets.ofRole(), new ArrayList<>(List.of(new TokenRedactionInterceptor())), source)
                .build();
    }

    @Override
    public void close() {
        dynamoDb.ifPresent(SdkClient::close);
        streams.ifPresent(SdkClient::close);
        cognito.ifPresent(SdkClient::close);
        sts.ifPresent(SdkClient::close);
        credentials.close();
        http.close();
    }
}

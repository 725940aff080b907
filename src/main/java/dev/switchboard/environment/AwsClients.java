package dev.switchboard.environment;

import dev.switchboard.activity.ActivityLog;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * The AWS clients of one session, each built when it is first asked for, on the asking thread (0.4 to 0.9 s for the first).
 * All of them keep the write lock and record what they call.
 */
public final class AwsClients implements AutoCloseable {
    /** Where a local engine is spoken to, the region is a name without a meaning. */
    public static final String LOCAL_REGION = "us-east-1";

    private final Settings settings;
    private final WriteLock lock;
    private final ActivityLog activity;
    private final Patience patience;
    private final Lazy<SdkHttpClient> http = new Lazy<>(this::httpClient);
    private final Lazy<DynamoDbClient> dynamoDb;
    private final Lazy<CognitoIdentityProviderClient> cognito;
    private final Lazy<StsClient> sts;

    /**
     * @param dynamoDbEndpoint where DynamoDB is, asked when the first client is built; gives null for AWS's own
     * @param cognitoEndpoint likewise for Cognito
     */
    public AwsClients(
            Settings settings,
            WriteLock lock,
            ActivityLog activity,
            Supplier<@Nullable URI> dynamoDbEndpoint,
            Supplier<@Nullable URI> cognitoEndpoint) {
        this(settings, lock, activity, dynamoDbEndpoint, cognitoEndpoint, Patience.USUAL);
    }

    /** As the other one, for those who wait longer or less long than usual. */
    public AwsClients(
            Settings settings,
            WriteLock lock,
            ActivityLog activity,
            Supplier<@Nullable URI> dynamoDbEndpoint,
            Supplier<@Nullable URI> cognitoEndpoint,
            Patience patience) {
        this.patience = patience;
        this.settings = settings;
        this.lock = lock;
        this.activity = activity;
        AccountGuard guard =
                new AccountGuard(settings.get(Setting.EXPECTED_ACCOUNT), () -> caller().account());
        dynamoDb = new Lazy<>(() -> build(DynamoDbClient.builder(), dynamoDbEndpoint.get(), List.of(guard)));
        cognito = new Lazy<>(() -> build(CognitoIdentityProviderClient.builder(), cognitoEndpoint.get(), List.of(guard)));
        sts = new Lazy<>(() -> build(StsClient.builder(), null, List.of()));
    }

    public DynamoDbClient dynamoDb() {
        return dynamoDb.get();
    }

    public CognitoIdentityProviderClient cognito() {
        return cognito.get();
    }

    public StsClient sts() {
        return sts.get();
    }

    /** Whose credentials these are, as AWS sees it. */
    public Caller caller() {
        GetCallerIdentityResponse identity = sts().getCallerIdentity();
        return new Caller(identity.account(), identity.arn());
    }

    private SdkHttpClient httpClient() {
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
        AwsCliCommand command = new AwsCliCommand(endpoint == null ? null : endpoint.toString(), profile, regionOrLocal);
        interceptors.add(new ActivityInterceptor(activity, command));
        interceptors.add(new LockInterceptor(lock));
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

    private static AwsCredentialsProvider credentials(@Nullable String profile, @Nullable URI endpoint) {
        if (profile != null || endpoint == null || !isLoopback(endpoint)) {
            return DefaultCredentialsProvider.builder().profileName(profile).build();
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
        cognito.ifPresent(SdkClient::close);
        sts.ifPresent(SdkClient::close);
        http.ifPresent(SdkHttpClient::close);
    }
}

package dev.switchboard.bench.world;

import dev.switchboard.local.userpool.LocalPoolUser;
import dev.switchboard.local.userpool.PoolFile;
import dev.switchboard.local.userpool.UserPoolServer;
import dev.switchboard.settings.Setting;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;

/** A user pool of so many people, served by the local emulator, and the bare client of it. */
public final class BenchPool implements AutoCloseable {
    private static final int PAGE = 60;
    private final UserPoolServer server;
    private final CognitoIdentityProviderClient client;

    public BenchPool(long users) {
        List<LocalPoolUser> people = LongStream.range(0, users).mapToObj(BenchPool::user).toList();
        server = new UserPoolServer(new PoolFile("us-east-1_bench" + users, "bench", people), limit -> limit);
        client = CognitoIdentityProviderClient.builder().endpointOverride(server.endpoint()).region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(Apache5HttpClient.builder()).build();
    }

    private static LocalPoolUser user(long number) {
        Map<String, String> attributes = Map.of("sub", sub(number), "preferred_username", "person" + number, "email",
                "person" + number + "@example.com", "email_verified", "true");
        return new LocalPoolUser(sub(number), attributes, "CONFIRMED", true, Instant.parse("2026-01-05T08:00:00Z"));
    }

    /** The Cognito ID of a person. */
    static String sub(long number) {
        return "a0000000-0000-4000-8000-%012d".formatted(number);
    }

    public URI endpoint() {
        return server.endpoint();
    }

    public String id() {
        return server.poolId();
    }

    /** The settings of a session on this user pool. */
    public Map<Setting, String> settings() {
        return Map.of(Setting.USER_POOL_ID, id(), Setting.COGNITO_ENDPOINT, endpoint().toString());
    }

    /** Lists all users in a bare loop; returns their number. */
    public long list() {
        long users = 0;
        String token = null;
        do {
            String from = token;
            ListUsersResponse page = client.listUsers(request -> request.userPoolId(id()).limit(PAGE).paginationToken(from));
            users += page.users().size();
            token = page.paginationToken();
        } while (token != null);
        return users;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}

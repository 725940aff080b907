package dev.switchboard.local.userpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.testing.TestPoolUsers;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

class UserPoolServerTest {
    private static final String POOL = "local_test1";

    private static PoolFile pool(int users) {
        return new PoolFile(
                POOL, "test",
                IntStream.range(0, users).mapToObj(i -> TestPoolUsers.of("sub-" + i, i % 7 == 0 ? null : "user" + i)).toList());
    }

    private static CognitoIdentityProviderClient client(URI endpoint) {
        return CognitoIdentityProviderClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }

    private static List<ListUsersResponse> everyPage(PoolFile pool, IntUnaryOperator pageSizes) {
        try (UserPoolServer server = new UserPoolServer(pool, pageSizes);
                CognitoIdentityProviderClient client = client(server.endpoint())) {
            return client.listUsersPaginator(b -> b.userPoolId(POOL)).stream().toList();
        }
    }

    @Test
    void aPageHoldsSixtyUsersAndATokenLeadsToTheNext() {
        List<ListUsersResponse> pages = everyPage(pool(150), limit -> limit);
        assertThat(pages).extracting(page -> page.users().size()).containsExactly(60, 60, 30);
        Set<String> names = new HashSet<>();
        pages.forEach(page -> page.users().stream().map(UserType::username).forEach(names::add));
        assertThat(names).hasSize(150);
        assertThat(pages.getLast().paginationToken()).isNull();
    }

    @Test
    void aPageMayBeShortOrEmptyAndStillHaveAToken() {
        List<Integer> asked = new ArrayList<>();
        List<ListUsersResponse> pages = everyPage(pool(20), limit -> {
            asked.add(limit);
            return asked.size() % 2 == 0 ? 0 : 7;
        });
        assertThat(pages).extracting(page -> page.users().size()).containsExactly(7, 0, 7, 0, 6);
    }

    @Test
    void sixtyOneIsRefusedAndSoIsAnotherPoolInCognitosWords() {
        try (UserPoolServer server = new UserPoolServer(pool(1), limit -> limit);
                CognitoIdentityProviderClient client = client(server.endpoint())) {
            assertThatThrownBy(() -> client.listUsers(b -> b.userPoolId(POOL).limit(61)))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("less than or equal to 60");
            assertThatThrownBy(() -> client.listUsers(b -> b.userPoolId("local_other")))
                    .isInstanceOf(ResourceNotFoundException.class)
                    .hasMessageContaining("User pool local_other does not exist.");
            assertThatThrownBy(() -> client.listUsers(b -> b.userPoolId(POOL).paginationToken("nonsense")))
                    .isInstanceOf(InvalidParameterException.class);
            assertThat(client.listUserPools(b -> b.maxResults(10)).userPools()).extracting(p -> p.id()).containsExactly(POOL);
            assertThat(client.describeUserPool(b -> b.userPoolId(POOL)).userPool().estimatedNumberOfUsers()).isEqualTo(1);
        }
    }

    @Test
    void aFilterTakesOneStandardAttributeByValueOrPrefixAndAttributesCanBeChosen() {
        try (UserPoolServer server = new UserPoolServer(pool(30), limit -> limit);
                CognitoIdentityProviderClient client = client(server.endpoint())) {
            assertThat(client.listUsers(b -> b.userPoolId(POOL).filter("preferred_username = \"user12\"")).users()).hasSize(1);
            assertThat(client.listUsers(b -> b.userPoolId(POOL).filter("preferred_username ^= \"user1\"")).users()).hasSize(10);
            assertThatThrownBy(() -> client.listUsers(b -> b.userPoolId(POOL).filter("custom:x = \"1\"")))
                    .isInstanceOf(InvalidParameterException.class);
            UserType user = client.listUsers(b -> b.userPoolId(POOL).attributesToGet("sub").limit(1)).users().getFirst();
            assertThat(user.attributes()).extracting(a -> a.name()).containsExactly("sub");
        }
    }

    @Test
    void theBundledPoolIsPutInPlaceAndFitsTheSeededUsers(@TempDir Path folder) {
        Path file = folder.resolve("deep/user-pool.json");
        PoolFile pool = PoolFile.readOrCreate(file);
        assertThat(file).exists();
        assertThat(pool.poolId()).isEqualTo("local_switchboard1");
        List<String> handles = pool.users().stream().map(login -> login.attributes().getOrDefault("preferred_username", "")).toList();
        assertThat(handles).containsExactly("ada", "bruno", "chidi", "dora", "emre", "finn");
    }

    @Test
    void aBrokenFileIsNamedWithThePlaceAndKept(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("user-pool.json");
        Files.writeString(file, "{\n\"poolId\": ");
        assertThatThrownBy(() -> PoolFile.readOrCreate(file)).isInstanceOf(InvalidInputException.class).hasMessageContaining("line 2");
        Files.writeString(file, "{\"poolId\": \"p_1\", \"users\": [{\"username\": \"a\"}]}");
        assertThatThrownBy(() -> PoolFile.readOrCreate(file)).isInstanceOf(InvalidInputException.class).hasMessageContaining("user 1");
    }
}

package dev.switchboard.bench.floor;

import java.net.URI;
import javax.net.ssl.TrustManager;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** ListTables with the bare SDK and the same HTTP client: the floor of {@code tables list}. */
public final class BareListTables {
    private BareListTables() {}

    /** @param arguments the endpoint, over plain HTTP, so that no certificates are read */
    public static void main(String[] arguments) {
        try (DynamoDbClient client = DynamoDbClient.builder()
                .endpointOverride(URI.create(arguments[0]))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(Apache5HttpClient.builder().tlsTrustManagersProvider(() -> new TrustManager[0]))
                .build()) {
            client.listTables().tableNames().forEach(System.out::println);
        }
        System.exit(0);
    }
}

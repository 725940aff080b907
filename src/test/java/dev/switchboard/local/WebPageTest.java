package dev.switchboard.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.local.userpool.UserPoolServer;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.RawHttpClient;
import dev.switchboard.testing.TestEngines;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What a web page in the browser of this computer can send to the local engines, byte by byte as a browser sends it. */
class WebPageTest {
    private static final String DELETE = "X-Amz-Target: DynamoDB_20120810.DeleteTable";
    private static final String LIST_USERS = "X-Amz-Target: AWSCognitoIdentityProviderService.ListUsers";
    private static final String SIGNED =
            "Authorization: AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0";
    private static final String DATE = "X-Amz-Date: 20260101T000000Z";

    static Stream<NamedEngine> engines() {
        return TestEngines.everyDynamoDb().stream();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void noPageDeletesATable(NamedEngine engine) throws Exception {
        DynamoDbClient client = TestEngines.dynamoDbClient(engine.endpoint());
        String table = "web-page";
        createTable(client, table);
        int port = engine.endpoint().getPort();
        String own = "127.0.0.1:" + port;
        String body = "{\"TableName\":\"" + table + "\"}";
        RawHttpClient browser = new RawHttpClient(engine.endpoint());
        List<String> refused = List.of(
                // a page of another site, as fetch() sends it
                RawHttpClient.post(own, body, "Origin: https://page.example", "Content-Type: text/plain", DELETE, SIGNED, DATE),
                RawHttpClient.post(own, body, "Origin: null", DELETE, SIGNED, DATE),
                RawHttpClient.post(own, body, "Origin: http://localhost:3000", DELETE, SIGNED, DATE),
                RawHttpClient.post(own, body, "Origin: https://" + own, DELETE, SIGNED, DATE),
                RawHttpClient.post(own, body, "Origin: http://" + own + ".page.example", DELETE, SIGNED, DATE),
                RawHttpClient.post(own, body, "Sec-Fetch-Site: cross-site", DELETE, SIGNED, DATE),
                RawHttpClient.post(own, body, "sec-fetch-site:same-site", DELETE, SIGNED, DATE),
                // a page whose host name resolves to this computer
                RawHttpClient.post("page.example:" + port, body, DELETE, SIGNED, DATE),
                RawHttpClient.post("page.example:" + port, body, "Origin: http://page.example:" + port, "Sec-Fetch-Site: same-origin",
                        DELETE, SIGNED, DATE),
                RawHttpClient.post("127.0.0.1.page.example:" + port, body, DELETE, SIGNED, DATE),
                RawHttpClient.post("localhost.:" + port, body, DELETE, SIGNED, DATE),
                RawHttpClient.post("127.0.0.1:" + (port + 1), body, DELETE, SIGNED, DATE),
                RawHttpClient.post("0.0.0.0:" + port, body, DELETE, SIGNED, DATE),
                RawHttpClient.post("", body, DELETE, SIGNED, DATE),
                // preflight
                "OPTIONS / HTTP/1.1\r\nHost: " + own + "\r\nOrigin: https://page.example\r\nAccess-Control-Request-Method: POST\r\n"
                        + "Access-Control-Request-Headers: x-amz-target\r\nAccess-Control-Request-Private-Network: true\r\n\r\n",
                "OPTIONS / HTTP/1.1\r\nHost: " + own + "\r\n\r\n",
                // a WebSocket
                "GET / HTTP/1.1\r\nHost: " + own + "\r\nOrigin: https://page.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n");
        for (String request : refused) {
            assertThat(browser.send(request)).as(request).startsWith("HTTP/1.1 403 ").doesNotContainIgnoringCase("access-control");
        }
        List<String> malformed = List.of(
                RawHttpClient.post(own, body, "Host: page.example", DELETE, SIGNED, DATE),
                RawHttpClient.post(own, body, "Transfer-Encoding: chunked", DELETE, SIGNED, DATE),
                RawHttpClient.post(own, body, "Content-Length: 1", DELETE, SIGNED, DATE),
                RawHttpClient.post(own, body, "Origin : https://page.example", DELETE, SIGNED, DATE),
                RawHttpClient.post(own, body, "X: 1\r\n folded", DELETE, SIGNED, DATE),
                RawHttpClient.post(own, body, "X: 1\nOrigin: https://page.example", DELETE, SIGNED, DATE),
                RawHttpClient.post(own, body, DELETE, SIGNED, DATE).replace("POST / ", "POST http://page.example/ "),
                RawHttpClient.post(own, body, DELETE, SIGNED, DATE).replace("HTTP/1.1\r\n", "HTTP/2.0\r\n"));
        for (String request : malformed) {
            assertThat(browser.send(request)).as(request).startsWith("HTTP/1.1 400 ");
        }
        assertThat(tables(client)).contains(table);
        // What no browser sends: curl, which sends no Origin.
        String tool = RawHttpClient.post("LocalHost:" + port, body, DELETE, SIGNED, DATE, "Content-Type: application/x-amz-json-1.0");
        assertThat(browser.send(tool)).startsWith("HTTP/1.1 200 ");
        assertThat(tables(client)).doesNotContain(table);
    }

    /** Every name: other tests leave more than one page of tables. */
    private static List<String> tables(DynamoDbClient client) {
        return client.listTablesPaginator().tableNames().stream().toList();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void chunkedAndLargeRequestsOfToolsArrive(NamedEngine engine) throws Exception {
        DynamoDbClient client = TestEngines.dynamoDbClient(engine.endpoint());
        String table = "web-page-tools";
        createTable(client, table);
        String own = "127.0.0.1:" + engine.endpoint().getPort();
        RawHttpClient tool = new RawHttpClient(engine.endpoint());
        String chunked = "POST / HTTP/1.1\r\nHost: " + own + "\r\n" + SIGNED + "\r\n" + DATE + "\r\nExpect: 100-continue\r\n"
                + "Content-Type: application/x-amz-json-1.0\r\n"
                + "X-Amz-Target: DynamoDB_20120810.ListTables\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + "1\r\n{\r\n27;extension=1\r\n\"ExclusiveStartTableName\":\"web-page-t\"}\r\n0\r\n\r\n";
        assertThat(tool.send(chunked)).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 ").contains(table);
        client.batchWriteItem(b -> b.requestItems(Map.of(table, Stream.of("a", "b", "c", "d", "e", "f", "g", "h")
                .map(key -> WriteRequest.builder()
                        .putRequest(put -> put.item(Map.of(
                                "pk", AttributeValue.fromS(key), "text", AttributeValue.fromS("x".repeat(390_000)))))
                        .build())
                .toList())));
        assertThat(client.getItem(b -> b.tableName(table).key(Map.of("pk", AttributeValue.fromS("h")))).item().get("text").s())
                .hasSize(390_000);
        client.deleteTable(b -> b.tableName(table));
    }

    @Test
    void bodiesHaveALimit() throws Exception {
        URI engine = TestEngines.dynamoDb();
        int limit = 24_000_000;
        assertThat(huge(engine, limit + 1, false)).startsWith("HTTP/1.1 413 ");
        // An engine with a lower limit of its own may close the connection first.
        assertThat(huge(engine, limit + 1, true)).containsPattern("^HTTP/1.1 (413|503) ");
        try (UserPoolServer pool = new UserPoolServer(Path.of(System.getProperty("switchboard.build"), "web-page-pool.json"))) {
            assertThat(huge(pool.endpoint(), 1_000_001, false)).startsWith("HTTP/1.1 413 ");
            assertThat(huge(pool.endpoint(), 1_500_000_000, true)).startsWith("HTTP/1.1 413 ");
            assertThat(huge(pool.endpoint(), 999_999, true)).startsWith("HTTP/1.1 400 ");
        }
    }

    /** A body of blanks, which would be megabytes if it was accepted. */
    private static String huge(URI endpoint, int bytes, boolean chunked) throws Exception {
        String head = "POST / HTTP/1.1\r\nHost: 127.0.0.1:" + endpoint.getPort() + "\r\n" + LIST_USERS + "\r\nConnection: close\r\n"
                + (chunked ? "Transfer-Encoding: chunked\r\n\r\n" : "Content-Length: " + bytes + "\r\n\r\n");
        String block = " ".repeat(100_000);
        return new RawHttpClient(endpoint).send(out -> {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            for (int left = bytes; left > 0; left -= block.length()) {
                String part = block.substring(0, Math.min(left, block.length()));
                String text = chunked ? Integer.toHexString(part.length()) + "\r\n" + part + "\r\n" : part;
                out.write(text.getBytes(StandardCharsets.US_ASCII));
            }
            out.write((chunked ? "0\r\n\r\n" : "").getBytes(StandardCharsets.US_ASCII));
        });
    }

    @Test
    void noPageReadsTheUserPool(@TempDir Path folder) throws Exception {
        try (UserPoolServer pool = new UserPoolServer(folder.resolve("pool.json"))) {
            int port = pool.endpoint().getPort();
            String body = "{\"UserPoolId\":\"" + pool.poolId() + "\"}";
            RawHttpClient browser = new RawHttpClient(pool.endpoint());
            for (String request : List.of(
                    RawHttpClient.post("page.example:" + port, body, LIST_USERS),
                    RawHttpClient.post("page.example", body, LIST_USERS, "Origin: http://page.example"),
                    RawHttpClient.post("127.0.0.1:" + port, body, LIST_USERS, "Origin: http://page.example"),
                    RawHttpClient.post("127.0.0.1:" + port, body, LIST_USERS, "Sec-Fetch-Site: cross-site"),
                    "OPTIONS / HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nOrigin: http://page.example\r\n\r\n")) {
                assertThat(browser.send(request)).as(request).startsWith("HTTP/1.1 403 ").doesNotContain("@");
            }
            for (String host : List.of("127.0.0.1", "localhost", "[::1]")) {
                assertThat(browser.send(RawHttpClient.post(host + ":" + port, body, LIST_USERS)))
                        .startsWith("HTTP/1.1 200 ").contains("ada");
            }
        }
    }

    @Test
    void theEngineItselfListensWhereNoPageFindsIt() throws Exception {
        LocalHome home = new LocalHome();
        try (AutoCloseable _ = home::close; LocalEngines engines = new LocalEngines(home.home(), LocalOptions.apart())) {
            InetSocketAddress address = home.dynamoDbAddress(engines);
            int port = engines.dynamoDb().endpoint().getPort();
            assertThat(port).isBetween(20_000, 31_999).isNotEqualTo(address.getPort());
            assertThat(address.getAddress().isLoopbackAddress()).isTrue();
            if (Host.current().system().equals("linux")) {
                assertThat(address.getAddress().getHostAddress()).isNotEqualTo("127.0.0.1");
            }
            engines.stop();
            assertThat(home.dynamoDbAddress(engines)).as("the address of the next start").isNotEqualTo(address);
            assertThat(engines.dynamoDb().endpoint().getPort()).as("the port that other tools know").isEqualTo(port);
        }
    }

    @Test
    void theHomesPortIsTakenOverWhenItsConsoleLeaves() throws Exception {
        LocalHome home = new LocalHome();
        try (AutoCloseable _ = home::close; LocalEngines second = new LocalEngines(home.home(), LocalOptions.apart())) {
            URI homePort;
            try (LocalEngines first = new LocalEngines(home.home(), LocalOptions.apart())) {
                homePort = first.dynamoDb().endpoint();
                assertThat(second.dynamoDb().endpoint()).isNotEqualTo(homePort);
                assertThat(first.status().dynamoDb().endpoint()).isEqualTo(homePort);
            }
            while (PortFinder.free(homePort.getPort())) {
                Thread.onSpinWait();
            }
            assertThat(TestEngines.dynamoDbClient(homePort).listTables().tableNames()).isEmpty();
        }
    }

    private static void createTable(DynamoDbClient client, String name) {
        client.createTable(b -> b.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder().attributeName("pk").attributeType(ScalarAttributeType.S).build())
                .keySchema(KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build()));
    }
}

package dev.switchboard.ui.shell;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.settings.Setting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An AWS account with a role that requires an MFA code: a profile, and a server that implements AssumeRole and has no tables. */
final class MfaAccount implements AutoCloseable {
    private final HttpServer server;
    private final List<String> assumed = new CopyOnWriteArrayList<>();

    /** The expiration of the credentials of the role. */
    volatile Instant end = Instant.parse("2099-01-01T00:00:00Z");

    MfaAccount(Path folder) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Path config = Files.writeString(folder.resolve("aws-config"), """
                [profile base]
                aws_access_key_id = AKIDBASE
                aws_secret_access_key = secret
                [profile guarded]
                role_arn = arn:aws:iam::111122223333:role/operator
                source_profile = base
                mfa_serial = arn:aws:iam::111122223333:mfa/anna.lindqvist
                region = eu-central-1
                """);
        System.setProperty("aws.configFile", config.toString());
        System.setProperty("aws.sharedCredentialsFile", folder.resolve("none").toString());
    }

    private String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The settings of prd on this account. */
    Map<Setting, String> settings() {
        Map<Setting, String> settings = new HashMap<>(ShellFixture.PRD);
        settings.put(Setting.AWS_PROFILE, "guarded");
        settings.put(Setting.DYNAMODB_ENDPOINT, uri());
        settings.put(Setting.COGNITO_ENDPOINT, uri());
        settings.put(Setting.STS_ENDPOINT, uri());
        return settings;
    }

    /** The AssumeRole requests with their MFA codes. */
    List<String> assumed() {
        return assumed;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (request.contains("Action=AssumeRole")) {
            assumed.add(request);
            send(exchange,
                    "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey>"
                            + "<SessionToken>t</SessionToken><Expiration>" + end
                            + "</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>");
        } else if (request.contains("Action=GetCallerIdentity")) {
            send(exchange,
                    "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:sts::111122223333:assumed-role/operator/anna</Arn>"
                            + "<Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>");
        } else {
            send(exchange, "{\"TableNames\":[]}");
        }
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", body.startsWith("<") ? "text/xml" : "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        System.clearProperty("aws.configFile");
        System.clearProperty("aws.sharedCredentialsFile");
    }
}

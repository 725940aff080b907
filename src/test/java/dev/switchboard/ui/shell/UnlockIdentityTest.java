package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Before prd is unlocked it is known who makes the changes, and the header and the dialog say where. */
@Timeout(60)
class UnlockIdentityTest {
    private final CountDownLatch answers = new CountDownLatch(1);

    @TempDir
    private Path home;

    private HttpServer sts;
    private volatile boolean refuses;

    @BeforeEach
    void open() throws IOException {
        sts = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sts.createContext("/", exchange -> {
            try {
                answers.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            String body = refuses
                    ? "<ErrorResponse><Error><Code>ExpiredToken</Code><Message>The security token has expired</Message></Error></ErrorResponse>"
                    : "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:sts::111122223333:assumed-role/ops/anna</Arn>"
                            + "<Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(refuses ? 403 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        sts.start();
        System.setProperty("aws.accessKeyId", "AKID");
        System.setProperty("aws.secretAccessKey", "secret");
    }

    @AfterEach
    void close() {
        answers.countDown();
        sts.stop(0);
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    /** DynamoDB and Cognito of AWS, which nothing here asks. */
    private Map<Setting, String> aws() {
        Map<Setting, String> settings = new HashMap<>(ShellFixture.PRD);
        settings.remove(Setting.DYNAMODB_ENDPOINT);
        settings.remove(Setting.COGNITO_ENDPOINT);
        settings.put(Setting.STS_ENDPOINT, "http://127.0.0.1:" + sts.getAddress().getPort());
        return settings;
    }

    private ShellFixture window(Map<Setting, String> settings) {
        ShellFixture window = new ShellFixture(home, Environment.PRD, settings);
        Fx.onFx(() -> window.shell.open("settings"));
        return window;
    }

    private static String text(DialogPane dialog) {
        return Fx.onFx(() -> dialog.getContent().lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n")));
    }

    private static DialogPane dialog(ShellFixture window) {
        PromptResponder prompts = new PromptResponder(window);
        Fx.waitFor("a dialog is open", () -> prompts.dialogs().size() == 1);
        return Fx.onFx(() -> prompts.dialogs().getFirst());
    }

    private static void dismiss(ShellFixture window, DialogPane dialog) {
        PromptResponder prompts = new PromptResponder(window);
        prompts.cancel(dialog);
        prompts.awaitEnd(dialog);
    }

    @Test
    void theDialogWaitsForTheIdentityAndNamesTheThreeEndpoints() {
        try (ShellFixture window = window(aws())) {
            Fx.onFx(() -> Platform.runLater(window.shell::unlock));
            Fx.onFx(() -> Platform.runLater(window.shell::unlock));
            Fx.pulse();
            assertThat(Fx.onFx(() -> new PromptResponder(window).dialogs())).as("before AWS has told who this is").isEmpty();

            answers.countDown();
            DialogPane dialog = dialog(window);
            Screenshots.saveScene(dialog.getScene(), "shell-unlock-aws");
            assertThat(text(dialog)).contains("assumed-role/ops/anna · 111122223333 · eu-central-1")
                    .contains("DynamoDB dynamodb.eu-central-1.amazonaws.com")
                    .contains("Cognito cognito-idp.eu-central-1.amazonaws.com")
                    .contains("PostgreSQL 127.0.0.1:9/cruddur");
            List<ConnectionPart> header = Fx.onFx(() -> window.shell.model().whereProperty().get());
            assertThat(header).extracting(ConnectionPart::text).containsExactly(
                    "111122223333", "eu-central-1", "assumed-role/ops/anna", "DynamoDB AWS", "Cognito AWS",
                    "PostgreSQL 127.0.0.1:9/cruddur");
            assertThat(header).extracting(ConnectionPart::full).contains("DynamoDB dynamodb.eu-central-1.amazonaws.com");
            Screenshots.saveScene(window.stage.getScene(), "shell-prd-endpoints");
            dismiss(window, dialog);
            assertThat(Fx.onFx(() -> new PromptResponder(window).dialogs())).as("a second click opens no second dialog").isEmpty();
        }
    }

    @Test
    void withoutAnIdentityItStaysLockedAndTheReasonIsTold() {
        refuses = true;
        answers.countDown();
        try (ShellFixture window = window(aws())) {
            Fx.onFx(() -> Platform.runLater(window.shell::unlock));
            DialogPane dialog = dialog(window);
            assertThat(text(dialog)).contains("prd was not unlocked, because the AWS identity could not be determined.")
                    .contains("expired");
            assertThat(window.shell.current().context().session().lock().isOpen()).isFalse();
            dismiss(window, dialog);
        }
    }

    @Test
    void anEndpointThatIsNotOfAwsIsShownAsSuch() {
        try (ShellFixture window = window(ShellFixture.PRD)) {
            Fx.onFx(() -> Platform.runLater(window.shell::unlock));
            DialogPane dialog = dialog(window);
            assertThat(text(dialog)).contains("DynamoDB is not AWS").contains("DynamoDB 127.0.0.1:9 (not AWS)")
                    .contains("Cognito 127.0.0.1:9 (not AWS)");
            Fx.waitFor("the header names all three", () -> window.shell.model().whereProperty().get().size() == 3);
            List<ConnectionPart> header = Fx.onFx(() -> window.shell.model().whereProperty().get());
            assertThat(header).extracting(ConnectionPart::warning).containsExactly(true, true, false);
            assertThat(Fx.onFx(() -> window.shell.model().titleProperty().get())).contains("127.0.0.1:9 (not AWS)");
            Screenshots.saveScene(window.stage.getScene(), "shell-prd-not-aws");
            dismiss(window, dialog);
        }
    }
}

package dev.switchboard.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.job.Progress;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.testing.RequestRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where a request of each of the three services goes, in every mixture of the settings: each of them named for this run, in the settings file,
 * by a variable, or not; a profile or none; in dev and in prd. Servers record what arrives. Requests to AWS go to a proxy, which sees their host.
 */
class RequestTargetsTest {
    private static final List<String> SOURCES = List.of("not set", "option", "file", "variable");
    private final List<String> table = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    @TempDir
    private Path folder;

    private RequestRecorder options;
    private RequestRecorder file;
    private RequestRecorder variables;
    private RequestRecorder proxy;

    /** One mixture: the sources of the three endpoints, whether a profile is named, and the environment. */
    private record Mixture(Environment environment, String dynamoDb, String cognito, String postgres, boolean profile) {}

    @Test
    @Timeout(180)
    void everyMixtureOfSettingsSendsEachRequestWhereItsOwnSettingSays() throws Exception {
        System.setProperty("aws.configFile", Files.writeString(folder.resolve("config"), """
                [default]
                region = us-east-1
                aws_access_key_id = AKIDDEFAULT
                aws_secret_access_key = secret
                endpoint_url = http://127.0.0.1:1
                [profile keys]
                region = ap-south-1
                aws_access_key_id = AKIDKEYS
                aws_secret_access_key = secret
                endpoint_url = http://127.0.0.1:1
                services = emulators
                [services emulators]
                dynamodb =
                  endpoint_url = http://127.0.0.1:1
                cognito_identity_provider =
                  endpoint_url = http://127.0.0.1:1
                """).toString());
        System.setProperty("aws.sharedCredentialsFile", folder.resolve("none").toString());
        System.setProperty("aws.endpointUrl", "http://127.0.0.1:1");
        try (RequestRecorder a = new RequestRecorder();
                RequestRecorder b = new RequestRecorder();
                RequestRecorder c = new RequestRecorder();
                RequestRecorder d = new RequestRecorder()) {
            options = a;
            file = b;
            variables = c;
            proxy = d;
            for (Environment environment : Environment.values()) {
                for (String dynamoDb : SOURCES) {
                    for (String cognito : SOURCES) {
                        for (String postgres : SOURCES) {
                            for (boolean profile : List.of(true, false)) {
                                Mixture mixture = new Mixture(environment, dynamoDb, cognito, postgres, profile);
                                if (startsNoEngine(mixture)) {
                                    check(mixture);
                                }
                            }
                        }
                    }
                }
            }
        } finally {
            List.of("aws.configFile", "aws.sharedCredentialsFile", "aws.endpointUrl").forEach(System::clearProperty);
        }
        Path report = Path.of(System.getProperty("switchboard.build"), "requests.txt");
        Files.writeString(report, "environment; DynamoDB, Cognito, PostgreSQL set by; profile | DynamoDB went to | Cognito | PostgreSQL\n"
                + String.join("\n", table) + "\n");
        assertThat(wrong).isEmpty();
        assertThat(table).hasSize(200);
    }

    /** In dev, what is not set is a local engine, which other tests start; a pool of AWS is set here in its place. */
    private static boolean startsNoEngine(Mixture mixture) {
        return mixture.environment() == Environment.PRD || (!mixture.dynamoDb().equals("not set") && !mixture.postgres().equals("not set"));
    }

    private void check(Mixture mixture) throws IOException {
        Environment environment = mixture.environment();
        Map<Setting, String> given = new HashMap<>(Map.of(Setting.USER_POOL_ID, "eu-west-1_Example"));
        if (mixture.profile()) {
            given.put(Setting.AWS_PROFILE, "keys");
        }
        // What redirects every other AWS program of the shell, and belongs to dev here.
        Map<String, String> shell = new HashMap<>(Map.of(
                "HTTPS_PROXY", proxy.url(),
                "HTTP_PROXY", proxy.url(),
                "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1",
                "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", "http://127.0.0.1:1"));
        SettingsFile kept = SettingsFile.read(folder.resolve("home-" + table.size()).resolve("settings.json"));
        // The other environment's own settings stand beside these.
        kept.set(environment.other(), Setting.DYNAMODB_ENDPOINT, "http://127.0.0.1:1");
        kept.set(environment.other(), Setting.COGNITO_ENDPOINT, "http://127.0.0.1:1");
        kept.set(environment.other(), Setting.POSTGRES_URL, "postgresql://u@127.0.0.1:1/other");
        shell.put(environment == Environment.DEV ? "PROD_CONNECTION_URL" : "CONNECTION_URL", "postgresql://u@127.0.0.1:1/other");
        put(mixture.dynamoDb(), Setting.DYNAMODB_ENDPOINT, "AWS_ENDPOINT_URL", "", environment, given, kept, shell);
        put(mixture.cognito(), Setting.COGNITO_ENDPOINT, "AWS_COGNITO_ENDPOINT_URL", "", environment, given, kept, shell);
        String own = environment == Environment.DEV ? "CONNECTION_URL" : "PROD_CONNECTION_URL";
        put(mixture.postgres(), Setting.POSTGRES_URL, own, "/app?sslmode=disable", environment, given, kept, shell);
        Settings settings = Settings.resolve(environment, given, shell, kept);
        List<String> went;
        try (Session session = new Session(new Home(folder.resolve("home")), settings, InstantSource.system())) {
            went = List.of(
                    went(() -> session.tables().names()),
                    went(() -> session.userPool().all(Progress.NONE)),
                    went(() -> session.reachability().check(session.database().url())));
        }
        String region = mixture.profile() ? "ap-south-1" : "us-east-1";
        String key = mixture.profile() ? "AKIDKEYS" : "local";
        List<String> expected = List.of(
                expected(mixture.dynamoDb(), environment, "dynamodb " + region + " " + key, "dynamodb." + region),
                expected(mixture.cognito(), environment, "cognito-idp " + region + " " + key, "cognito-idp." + region),
                mixture.postgres().equals("not set") ? "" : mixture.postgres() + ": postgres app");
        String line = environment.code() + "; " + mixture.dynamoDb() + ", " + mixture.cognito() + ", " + mixture.postgres() + "; "
                + (mixture.profile() ? "keys" : "none");
        table.add(line + " | " + String.join(" | ", went));
        if (!went.equals(expected)) {
            wrong.add(line + "\n   went to  " + went + "\n   expected " + expected);
        }
    }

    /** A variable names an endpoint in dev only; without an endpoint, the request goes to AWS. */
    private static String expected(String source, Environment environment, String signed, String host) {
        boolean aws = source.equals("not set") || (source.equals("variable") && environment == Environment.PRD);
        return aws ? "AWS: CONNECT " + host + ".amazonaws.com:443" : source + ": " + signed;
    }

    private void put(String source, Setting setting, String variable, String rest, Environment environment, Map<Setting, String> given,
            SettingsFile kept, Map<String, String> shell) {
        String scheme = setting == Setting.POSTGRES_URL ? "postgresql://u:p@127.0.0.1:" : "http://127.0.0.1:";
        switch (source) {
            case "option" -> given.put(setting, scheme + options.port() + rest);
            case "file" -> kept.set(environment, setting, scheme + file.port() + rest);
            case "variable" -> shell.put(variable, scheme + variables.port() + rest);
            default -> {
                // not set
            }
        }
    }

    private String went(Runnable request) {
        try {
            request.run();
        } catch (RuntimeException e) {
            // The recorders are no services; only where the request went matters.
        }
        List<String> all = new ArrayList<>();
        options.take().stream().distinct().forEach(one -> all.add("option: " + one));
        file.take().stream().distinct().forEach(one -> all.add("file: " + one));
        variables.take().stream().distinct().forEach(one -> all.add("variable: " + one));
        proxy.take().stream().distinct().forEach(one -> all.add("AWS: " + one));
        return String.join(" and ", all);
    }
}

package dev.switchboard.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.journal.ChangeTarget;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** The endpoint, the region and the credentials that a service is asked with. */
class AwsTargetsTest {
    private static final String ENGINE = "http://127.0.0.1:8000";

    @TempDir
    private Path folder;

    @BeforeEach
    void configure() throws IOException {
        Path config = Files.writeString(folder.resolve("config"), """
                [default]
                region = us-east-2
                [profile keys]
                region = ap-south-1
                aws_access_key_id = AKIDKEYS
                aws_secret_access_key = secret
                [profile company]
                sso_start_url = https://company.example/start
                sso_region = eu-west-1
                sso_account_id = 111122223333
                sso_role_name = Operator
                region = eu-west-1
                """);
        System.setProperty("aws.configFile", config.toString());
        System.setProperty("aws.sharedCredentialsFile", folder.resolve("none").toString());
    }

    @AfterEach
    void clear() {
        System.clearProperty("aws.configFile");
        System.clearProperty("aws.sharedCredentialsFile");
    }

    private Settings settings(Environment environment, Map<Setting, String> given, Map<String, String> variables) {
        return AwsProfile.complete(Settings.resolve(environment, given, variables, SettingsFile.read(folder.resolve("settings.json"))));
    }

    private static AwsTargets targets(Settings settings) {
        @Nullable String set = settings.get(Setting.DYNAMODB_ENDPOINT);
        @Nullable URI engine = set != null ? URI.create(set) : settings.environment() == Environment.DEV ? URI.create(ENGINE) : null;
        return new AwsTargets(settings, () -> engine, () -> engine);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // environment | endpoint | --profile | AWS_PROFILE | --region | AWS_REGION | AWS_DEFAULT_REGION | asked region | access key
        "DEV | | | | | | | us-east-1 | local",
        "DEV | | | company | | | | eu-west-1 | local",
        "DEV | | | missing | | | | us-east-1 | local",
        "DEV | | missing | | | | | us-east-1 | local",
        "DEV | | keys | | | | | ap-south-1 | AKIDKEYS",
        "DEV | http://127.0.0.1:8000 | keys | | | | | ap-south-1 | session",
        "DEV | http://127.0.0.1:8000 | | keys | | | | ap-south-1 | AKIDKEYS",
        "DEV | http://[::1]:8000 | | company | | | | eu-west-1 | local",
        "DEV | http://engine.example:8000 | | keys | | | | ap-south-1 | session",
        "DEV | https://dynamodb.eu-west-3.amazonaws.com | | keys | | | | ap-south-1 | session",
        "PRD | | keys | | | | | ap-south-1 | session",
        "PRD | | | keys | | | | ap-south-1 | session",
        "PRD | | | | | | | us-east-2 | session",
        "PRD | | keys | | eu-north-1 | | | eu-north-1 | session",
        "PRD | | keys | | | eu-north-1 | | eu-north-1 | session",
        "PRD | | keys | | | | eu-north-1 | eu-north-1 | session",
        "PRD | | keys | | | eu-north-1 | eu-south-1 | eu-north-1 | session",
        "PRD | http://127.0.0.1:8000 | keys | | | | | ap-south-1 | session",
        "PRD | http://127.0.0.1:8000 | | company | | | | eu-west-1 | local",
    })
    void regionAndCredentialsComeFromOneProfile(Environment environment, String endpoint, String profile, String profileOfShell,
            String region, String regionOfShell, String defaultRegion, String askedRegion, String key) {
        Map<Setting, String> given = new HashMap<>();
        put(given, Setting.DYNAMODB_ENDPOINT, endpoint);
        put(given, Setting.AWS_PROFILE, profile);
        put(given, Setting.AWS_REGION, region);
        Map<String, String> shell = new HashMap<>();
        put(shell, "AWS_PROFILE", profileOfShell);
        put(shell, "AWS_REGION", regionOfShell);
        put(shell, "AWS_DEFAULT_REGION", defaultRegion);
        AwsTargets targets = targets(settings(environment, given, shell));
        AwsTarget target = targets.of(AwsService.DYNAMODB);
        @Nullable AwsCredentialsProvider provider = targets.engineCredentials(target);
        assertThat(target.region()).isEqualTo(askedRegion);
        assertThat(provider == null ? "session" : provider.resolveCredentials().accessKeyId()).isEqualTo(key);
    }

    private static <K> void put(Map<K, String> map, K key, @Nullable String value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    @Test
    void aRegionThatLeadsElsewhereIsRefused() {
        for (String region : new String[] {"local", "nowhere at all", "evil.example/"}) {
            AwsTargets targets = targets(settings(Environment.PRD, Map.of(Setting.AWS_REGION, region), Map.of()));
            assertThatThrownBy(() -> targets.of(AwsService.DYNAMODB)).as(region).isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("has no endpoint of AWS");
        }
    }

    @Test
    void aMissingRegionIsToldBeforeAnythingIsAsked() {
        AwsTargets targets = targets(settings(Environment.PRD, Map.of(Setting.AWS_PROFILE, "nobody"), Map.of()));
        assertThatThrownBy(() -> targets.of(AwsService.COGNITO)).isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("region is not set");
    }

    @ParameterizedTest
    @CsvSource({
        "https://dynamodb.eu-west-1.amazonaws.com, true",
        "https://DYNAMODB.eu-west-1.amazonaws.com., true",
        "https://dynamodb-fips.us-east-1.amazonaws.com, true",
        "https://dynamodb.eu-west-1.api.aws, true",
        "https://streams.dynamodb.eu-west-1.amazonaws.com, true",
        "https://streams-dynamodb.eu-west-1.api.aws, true",
        "https://dynamodb.cn-north-1.amazonaws.com.cn, true",
        "https://111122223333.ddb.eu-west-1.amazonaws.com, true",
        "https://vpce-0a-1b.dynamodb.eu-west-1.vpce.amazonaws.com, true",
        "https://cognito-idp.eu-west-1.amazonaws.com, true",
        "https://sts.amazonaws.com, true",
        "http://ec2-1-2-3-4.eu-west-1.compute.amazonaws.com:8000, false",
        "http://dynamodb.elb.eu-west-1.amazonaws.com.example, false",
        "http://dynamodb.eu-west-1.amazonaws.com.example, false",
        "http://my-dynamodb.eu-west-1.elb.amazonaws.com, false",
        "http://127.0.0.1:8000, false",
        "http://[::1]:8000, false",
    })
    void endpointsOfAwsAreToldFromOthers(URI endpoint, boolean aws) {
        assertThat(AwsEndpoints.isAws(endpoint)).isEqualTo(aws);
    }

    @ParameterizedTest
    @CsvSource({
        "prd, http://127.0.0.1:8000, DynamoDB t · http://127.0.0.1:8000 (not AWS)",
        "prd, https://dynamodb.eu-west-1.amazonaws.com, DynamoDB t · https://dynamodb.eu-west-1.amazonaws.com",
        "prd, , DynamoDB t",
        "dev, http://127.0.0.1:8000, DynamoDB t · http://127.0.0.1:8000",
        "damaged, http://127.0.0.1:8000, DynamoDB t · http://127.0.0.1:8000",
    })
    void theJournalMarksAnEndpointOfPrdThatIsNotOfAws(String environment, @Nullable String endpoint, String where) {
        ChangeTarget target = new ChangeTarget("DynamoDB", "t", endpoint, null, null, null);
        assertThat(AwsEndpoints.describe(target, environment)).isEqualTo(where);
    }
}

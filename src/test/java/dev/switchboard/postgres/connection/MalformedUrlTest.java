package dev.switchboard.postgres.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.testing.SecretScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Connection URLs with a password full of special characters: whichever part they are taken for, the error repeats none of it. */
class MalformedUrlTest {
    private static final List<String> SIGNS =
            List.of("", "%", "%4", "%zz", "%00", "@", ":", "/", "?", "#", "&", "=", "?x=", "&x=", "[", "]", "\\", " ", "+", ",", "'", "\"",
                    "é");
    /** In the URL without a host, an at sign ends the password in every interpretation. */
    private static final String WITHOUT_HOST = "postgresql://ada:{}";

    private static final int FRAMES = 5;

    private static final List<String> FORMS = List.of(
            "postgresql://ada:{}@db.example:5432/app",
            "postgresql://ada:{}@db.example:5432/app?sslmode=never",
            "postgresql://ada:{}@[::1/app",
            "postgresql://ada:{}@db.example:port/app",
            "postgresql://{}@db.example/app?nothing=1",
            WITHOUT_HOST,
            "postgresql://ada@db.example/app?password={}&sslmode=never",
            "postgresql://ada@db.example/app?password={}&nothing",
            "postgres:ada:{}@db.example/app",
            "postgresql:/ada:{}@db.example/app",
            "jdbc:postgresql://db.example/app?user=ada&password={}",
            "ada:{}@db.example/app");

    /** The frames of the test framework hold no password, and a hundred of them in each of thousands of texts take most of the time. */
    private static void withoutDeepFrames(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            each.setStackTrace(Arrays.copyOf(each.getStackTrace(), Math.min(FRAMES, each.getStackTrace().length)));
        }
    }

    @Test
    void noRefusalRepeatsAPartOfAPassword() {
        SecretScanner evidence = new SecretScanner();
        List<String> refused = new ArrayList<>();
        for (String form : FORMS) {
            for (String first : SIGNS) {
                for (String second : SIGNS) {
                    if (form.equals(WITHOUT_HOST) && (first + second).contains("@")) {
                        continue;
                    }
                    String url = form.replace("{}", "leakA" + first + "leakB" + second + "leakC");
                    try {
                        evidence.add("shown of what was taken", PostgresUrl.parse(url).withoutPassword());
                    } catch (InvalidInputException e) {
                        refused.add(url);
                        withoutDeepFrames(e);
                        evidence.add(url.replace("leak", "part"),
                                e.sentence() + e.remedy() + new FailureExplainer(List.of()).of(e).detail());
                    }
                }
            }
        }
        assertThat(refused).hasSizeGreaterThan(2_000);
        evidence.assertHoldsNone("leakA", "leakB", "leakC");
    }
}

package dev.switchboard.postgres.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.failure.Failure;
import dev.switchboard.testing.FailureMessageAssertions;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLState;

/** Each SQLSTATE that an operator can encounter, and each kind of network failure, has its own message. */
class SqlStateMessagesTest {
    private static final PostgresUrl URL = PostgresUrl.parse("postgresql://ops@db.example:5432/chat");

    @ParameterizedTest
    @ValueSource(strings = {
        "08000", "08001", "08003", "08004", "08006", "08007", "08P01", "0A000", "22001", "22003", "22004", "22007", "22008", "22012",
        "22021", "22023", "22025", "22030", "22032", "22P02", "22P04", "22P05", "23000", "23001", "23502", "23503", "23505", "23514",
        "23P01", "25000", "25001", "25006", "25P01", "25P02", "25P03", "25P04", "26000", "28000", "28P01", "2BP01", "3D000", "3F000",
        "40000", "40001", "40002", "40003", "40P01", "42501", "42601", "42602", "42622", "42701", "42702", "42703", "42704", "42710",
        "42723", "42725", "42803", "42804", "42809", "42830", "42846", "42883", "42P01", "42P04", "42P05", "42P06", "42P07", "42P10",
        "42P16", "42P18", "53000", "53100", "53200", "53300", "53400", "54000", "54001", "54011", "54023", "55000", "55006", "55P02",
        "55P03", "57000", "57014", "57P01", "57P02", "57P03", "57P04", "57P05", "58000", "58030", "58P01", "58P02", "P0001", "XX000",
        "XX001", "XX002"
    })
    void eachStateHasASentenceAndARemedyOfItsOwn(String state) {
        assertThat(PostgresFailureExplainer.key(new SQLException("the words", state))).isEqualTo("sql." + state);
        Failure failure = PostgresFailureExplainer.failure(new SQLException("the words", state), URL);
        assertThat(failure.sentence()).isNotBlank();
        assertThat(failure.remedy()).isNotBlank().doesNotContain("appendix");
    }

    @Test
    void whatTheDriverItselfKnowsHasAtLeastTheWordsOfItsClass() {
        Set<String> without = new LinkedHashSet<>();
        for (PSQLState state : PSQLState.values()) {
            // UNKNOWN_STATE is empty, and the classes of warnings and of success are not errors.
            if (state.getState() != null && state.getState().matches("(?!0[0-2])[0-9A-Z]{5}")
                    && PostgresFailureExplainer.key(new SQLException("the words", state.getState())).equals("sql.other")) {
                without.add(state.name() + " " + state.getState());
            }
        }
        assertThat(without).isEmpty();
    }

    @Test
    void noTwoStatesHaveTheSameWords() {
        FailureMessageAssertions.assertIn(
                PostgresFailureExplainer.class,
                key -> (key.startsWith("sql.") && !key.startsWith("sql.class.")) || key.startsWith("connection."),
                100);
    }

    @Test
    void theInnermostFaultOfTheNetworkIsTold() {
        assertThat(key(new UnknownHostException("db.example"))).isEqualTo("connection.name");
        assertThat(key(new NoRouteToHostException("No route to host"))).isEqualTo("connection.route");
        assertThat(key(new ConnectException("Network is unreachable"))).isEqualTo("connection.route");
        assertThat(key(new ConnectException("Connection refused"))).isEqualTo("connection.refused");
        assertThat(key(new ConnectException("Connection timed out"))).isEqualTo("connection.time-out");
        assertThat(key(new SocketException("Connection reset"))).isEqualTo("connection.reset");
        assertThat(key(new SocketException("Broken pipe"))).isEqualTo("connection.reset");
        assertThat(key(new SocketTimeoutException("Read timed out"))).isEqualTo("connection.time-out");
        assertThat(key(new EOFException())).isEqualTo("connection.cut");
        assertThat(key(new SSLHandshakeException("Received fatal alert: internal_error"))).isEqualTo("connection.tls");
    }

    @ParameterizedTest
    @CsvSource({
        "PKIX path building failed, connection.untrusted",
        "Unsupported or unrecognized SSL message, connection.plain",
        "No subject alternative DNS name matching db.example found., connection.other-host",
        "Received fatal alert: certificate_expired, connection.expired"
    })
    void encryptionThatFailsIsToldApartByItsReason(String message, String key) {
        assertThat(key(new SSLHandshakeException(message))).isEqualTo(key);
    }

    @Test
    void anExpiredCertificateIsToldBeforeTheChainThatItBreaks() {
        SSLHandshakeException handshake = new SSLHandshakeException("PKIX path validation failed");
        CertPathValidatorException chain = new CertPathValidatorException(
                "validity check failed", new CertificateExpiredException("NotAfter: Mon Nov 23 00:00:00 UTC 2026"));
        handshake.initCause(chain);
        assertThat(key(handshake)).isEqualTo("connection.expired");
        SSLHandshakeException unknown = new SSLHandshakeException("PKIX path building failed");
        unknown.initCause(new CertPathBuilderException("unable to find valid certification path to requested target"));
        assertThat(key(unknown)).isEqualTo("connection.untrusted");
    }

    private static String key(Exception cause) {
        return PostgresFailureExplainer.key(new SQLException("The connection attempt failed.", "08001", cause));
    }
}

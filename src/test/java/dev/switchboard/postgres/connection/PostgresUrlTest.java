package dev.switchboard.postgres.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchboard.failure.InvalidInputException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresUrlTest {
    @Test
    void everyPartIsTranslatedAndThePasswordStandsInThePropertiesOnly() {
        PostgresUrl url = PostgresUrl.parse("postgresql://ada:s3cret@db.example.org:6543/cruddur?sslmode=verify-full&connect_timeout=7");
        assertThat(url.toJdbc()).isEqualTo("jdbc:postgresql://db.example.org:6543/cruddur");
        assertThat(url.properties()).containsAllEntriesOf(
                Map.of("user", "ada", "password", "s3cret", "sslmode", "verify-full", "connectTimeout", "7"));
        assertThat(url.withoutPassword()).isEqualTo("postgresql://ada@db.example.org:6543/cruddur?connect_timeout=7&sslmode=verify-full");
        assertThat(url + url.target() + url.toJdbc()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "postgres://u@h/d | jdbc:postgresql://h:5432/d | u",
        "postgresql://u@/d | jdbc:postgresql://localhost:5432/d | u",
        "postgresql:///d?user=u | jdbc:postgresql://localhost:5432/d | u",
        "postgresql://u@h | jdbc:postgresql://h:5432/u | u",
        "postgresql://u@:5433/d | jdbc:postgresql://localhost:5433/d | u",
        "postgresql://u@[::1]:5433/d | jdbc:postgresql://[::1]:5433/d | u",
        "postgresql://u@[2001:db8::7]/d | jdbc:postgresql://[2001:db8::7]:5432/d | u",
        "postgresql://u@a:1,b:2,c/d | jdbc:postgresql://a:1,b:2,c:5432/d | u",
        "postgresql:///d?host=a,b&port=1,2&user=u | jdbc:postgresql://a:1,b:2/d | u",
        "postgresql:///d?host=a,b&port=7&user=u | jdbc:postgresql://a:7,b:7/d | u",
        "postgresql://u@h/d?dbname=e | jdbc:postgresql://h:5432/e | u",
        "postgresql://a%40b@h/my%20db%2Fx | jdbc:postgresql://h:5432/my%20db%2Fx | a@b",
        "postgresql://u+v@h/d | jdbc:postgresql://h:5432/d | u+v",
    })
    void everyFormOfLibpqIsRead(String libpq, String jdbc, String user) {
        PostgresUrl url = PostgresUrl.parse(libpq);
        assertThat(url.toJdbc()).isEqualTo(jdbc);
        assertThat(url.user()).isEqualTo(user);
    }

    @ParameterizedTest
    @CsvSource({
        "p%40ss, p@ss", "p%2Fw%3F%23, p/w?#", "a:b, a:b", "%25, %", "p?q, p?q", "p+w, p+w", "%C3%BC, ü", "p%20w, p w"
    })
    void aPasswordMayHoldAnySign(String written, String meant) {
        PostgresUrl url = PostgresUrl.parse("postgresql://u:" + written + "@h/d");
        assertThat(url.properties().getProperty("password")).isEqualTo(meant);
        assertThat(url.toJdbc()).isEqualTo("jdbc:postgresql://h:5432/d");
    }

    @Test
    void aPasswordOfTheQueryWinsAndIsNotShown() {
        PostgresUrl url = PostgresUrl.parse("postgresql://u:one@h/d?password=two&sslpassword=three");
        assertThat(url.properties().getProperty("password")).isEqualTo("two");
        assertThat(url.properties().getProperty("sslpassword")).isEqualTo("three");
        assertThat(url.toString()).isEqualTo("postgresql://u@h:5432/d");
    }

    @Test
    void withoutAUserItIsThatOfTheOperatingSystem() {
        assertThat(PostgresUrl.parse("postgresql://h/d").user()).isEqualTo(System.getProperty("user.name"));
        assertThat(PostgresUrl.parse("postgresql://h").database()).isEqualTo(System.getProperty("user.name"));
    }

    @ParameterizedTest
    @CsvSource({
        "sslmode=require, sslmode, require",
        "ssl=true, sslmode, require",
        "sslrootcert=system, sslmode, verify-full",
        "sslrootcert=system, sslfactory, dev.switchboard.postgres.connection.SystemTrustSocketFactory",
        "sslrootcert=%2Fetc%2Frds.pem, sslrootcert, /etc/rds.pem",
        "application_name=mine, ApplicationName, mine",
        "connect_timeout=0, connectTimeout, 0",
        "connect_timeout=1, connectTimeout, 2",
        "keepalives=0, tcpKeepAlive, false",
        "target_session_attrs=read-write, targetServerType, primary",
        "target_session_attrs=prefer-standby, targetServerType, preferSecondary",
        "load_balance_hosts=random, loadBalanceHosts, true",
        "channel_binding=require, channelBinding, require",
        "options=-c%20search_path%3Dx, options, -c search_path=x",
    })
    void parametersAreMapped(String query, String property, String value) {
        assertThat(PostgresUrl.parse("postgresql://u@h/d?" + query).properties().getProperty(property)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "jdbc:postgresql://h/d | postgres_url_jdbc",
        "mysql://h/d | postgres_url_scheme",
        "h/d | postgres_url_scheme",
        "postgresql://u@h:99999/d | postgres_url_port",
        "postgresql://u@h:0/d | postgres_url_port",
        "postgresql://u@h:5x/d | postgres_url_port",
        "postgresql://u@[::1/d | postgres_url_bracket",
        "postgresql://u@[::1]x/d | postgres_url_bracket",
        "postgresql://u@%2Frun%2Fpg/d | postgres_url_socket",
        "postgresql://u@h/d?sslmode=always | postgres_url_choice",
        "postgresql://u@h/d?colour=red | postgres_url_parameter",
        "postgresql://u@h/d?service=x | postgres_url_parameter",
        "postgresql://u@h/d?sslmode | postgres_url_pair",
        "postgresql://u@h/d?connect_timeout=soon | postgres_url_timeout",
        "postgresql://u@h/d%zz | postgres_url_percent",
        "postgresql://u@h/d%2 | postgres_url_percent",
        "postgresql://u@h%00/d | postgres_url_percent",
        "postgresql:///d?host=a,b,c&port=1,2 | postgres_url_ports",
        "postgresql://u@a b/d | postgres_url_host",
    })
    void aBadPartIsNamed(String libpq, String code) {
        InvalidInputException thrown = catchThrowableOfType(InvalidInputException.class, () -> PostgresUrl.parse(libpq));
        assertThat(thrown.code()).isEqualTo(code);
        assertThat(thrown.remedy()).contains("postgresql://user:password@host");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "postgresql://u:hush@hush@h/d", "postgresql://u:hush/hush@h/d", "postgresql://u:hush", "postgresql://u:hush/d", "u:hush@h/d",
        "postgresql://u:hush%zz@h/d", "jdbc:postgresql://u:hush@h/d", "postgresql://u:hush@[h/d", "postgresql://u@h/d?password=hush&x",
    })
    void noErrorShowsThePassword(String libpq) {
        assertThatThrownBy(() -> PostgresUrl.parse(libpq)).isInstanceOf(InvalidInputException.class).hasMessageNotContaining("hush");
    }
}

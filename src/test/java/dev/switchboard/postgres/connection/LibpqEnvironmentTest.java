package dev.switchboard.postgres.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A program of PostgreSQL connects as the driver does, with the same encryption. */
class LibpqEnvironmentTest {
    private static Map<String, String> variables(String url) throws IOException {
        try (LibpqEnvironment environment = new LibpqEnvironment(PostgresUrl.parse(url), "test")) {
            return environment.variables();
        }
    }

    @Test
    void everythingOfTheUrlIsCarriedOver() throws IOException {
        Map<String, String> variables = variables("postgresql://ada:p%25w@one:1111,two:2222/d%20b?sslmode=verify-ca&sslrootcert=/r.pem"
                + "&sslcert=/c.pem&sslkey=/k.pem&options=-c%20a%3Db&target_session_attrs=read-write&channel_binding=require&connect_timeout=3");
        assertThat(variables).containsEntry("PGHOST", "one,two").containsEntry("PGPORT", "1111,2222").containsEntry("PGUSER", "ada")
                .containsEntry("PGDATABASE", "d b").containsEntry("PGPASSWORD", "p%w").containsEntry("PGSSLMODE", "verify-ca")
                .containsEntry("PGSSLROOTCERT", "/r.pem").containsEntry("PGSSLCERT", "/c.pem").containsEntry("PGSSLKEY", "/k.pem")
                .containsEntry("PGOPTIONS", "-c a=b").containsEntry("PGTARGETSESSIONATTRS", "read-write")
                .containsEntry("PGCHANNELBINDING", "require").containsEntry("PGCONNECT_TIMEOUT", "3");
    }

    @Test
    void theCertificatesOfTheSystemAreInAFileBecauseOlderVersionsCannotFindThem() throws IOException {
        Path file;
        try (LibpqEnvironment environment =
                new LibpqEnvironment(PostgresUrl.parse("postgresql://ada@db.example.org/d?sslrootcert=system"), "test")) {
            assertThat(environment.variables()).containsEntry("PGSSLMODE", "verify-full");
            file = Path.of(environment.variables().get("PGSSLROOTCERT"));
            assertThat(file).content().startsWith("-----BEGIN CERTIFICATE-----\n");
        }
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void thePasswordOfAKeyIsInAPrivateFile() throws IOException {
        try (LibpqEnvironment environment =
                new LibpqEnvironment(PostgresUrl.parse("postgresql://ada@db/d?sslmode=require&sslpassword=secret"), "test")) {
            assertThat(environment.variables().values()).noneMatch(value -> value.contains("secret"));
            Path file = Path.of(environment.variables().get("PGSERVICEFILE"));
            assertThat(file).content().isEqualTo("[switchboard]\nsslpassword=secret\n");
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
            }
        }
    }
}

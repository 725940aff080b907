package dev.switchboard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.local.LocalEnginesFixture;
import dev.switchboard.settings.Home;
import dev.switchboard.testing.JavaProcess;
import dev.switchboard.testing.SecretScanner;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A secret inside SQL, in each statement that takes one and in each way to write it, whether the statement succeeds or fails: it is
 * in no file of the home, neither in the journal nor in a log of the program or of the server, and not on the screen.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@EnabledOnOs(OS.LINUX)
class SqlSecretsTest {
    private static final String SECRET = "hunter2Secret";

    /** Each is run by a statement of its own; {@code %s} is the secret. */
    static final List<String> STATEMENTS = List.of(
            // roles
            "CREATE ROLE a1 PASSWORD '%s'",
            "create role a2 login encrypted password '%s'",
            "CREATE USER a3 WITH PASSWORD '%s' VALID UNTIL 'infinity'",
            "CREATE ROLE a4 PASSWORD E'%s'",
            "CREATE ROLE a5 PASSWORD e'x\\'%s'",
            "CREATE ROLE a6 PASSWORD $$%s$$",
            "CREATE ROLE a7 PASSWORD $a$%s$a$",
            "CREATE ROLE a8 PASSWORD U&'%s'",
            "CREATE ROLE a9 PASSWORD 'it''s %s'",
            "CREATE ROLE b1 PASSWORD\n\n'%s'",
            "CREATE ROLE b2 PASSWORD /* of the app */ '%s'",
            "CREATE ROLE b3 PASSWORD -- of the app\n'%s'",
            "CREATE ROLE b4 PASSWORD -- of the app\r'%s'",
            "CREATE /* x */ ROLE b5 PASS/**/WORD '%s'",
            "CREATE ROLE b6 PASSWORD 'x'\n'%s'",
            "CREATE ROLE b7 PASSWORD '%s' /* nested /* comment */ */",
            "CREATE ROLE b8 -- the password is %s",
            "CREATE ROLE b9 /* the password is %s */",
            "ALTER ROLE postgres PASSWORD '%s' NOSUCHOPTION",
            "ALTER USER nobody_there PASSWORD '%s'",
            "CREATE GROUP c1 PASSWORD '%s'",
            "ALTER ROLE ALL SET my.password = '%s'",
            "CREATE ROLE c2 PASSWORD %s",
            "CREATE ROLE c3 PASSWORD \"%s\"",
            "CREATE ROLE c4 PASSWORD '%s",
            "CREATE ROLE c5 PASSWORD $$%s",
            "CREATE ROLE c6 PASSWORD 'a\\' %s'",
            "CREATE ROLE c7 PASWORD '%s'",
            "CREATE ROLE c8 IDENTIFIED BY '%s'",
            "CREATE ROLE c9 PASSWORD '%s' SUPERSUSER 'x'",
            // other databases
            "CREATE SUBSCRIPTION s1 CONNECTION 'host=127.0.0.1 port=1 user=a password=%s' PUBLICATION p",
            "CREATE SUBSCRIPTION s2 CONNECTION 'postgresql://a:%s@127.0.0.1:1/db' PUBLICATION p",
            "CREATE SUBSCRIPTION s3 CONNECTION E'host=127.0.0.1 port=1 pass\\x77ord=%s' PUBLICATION p",
            "CREATE SUBSCRIPTION s4 CONNECTION $c$host=127.0.0.1 port=1 password = '%s'$c$ PUBLICATION p WITH (connect = false)",
            "ALTER SUBSCRIPTION s5 CONNECTION 'password=%s'",
            "CREATE SUBSCRIPTION s6 CONNECTION 'nonsense %s' PUBLICATION p",
            "SELECT dblink_connect('host=127.0.0.1 port=1 password=%s')",
            "SELECT dblink_connect('postgresql://a:%s@127.0.0.1:1/db')",
            "SELECT * FROM dblink('host=127.0.0.1 pass' || 'word=%s', 'select 1') AS t (a int)",
            "SELECT dblink_exec('password=%s', 'select 1')",
            "SELECT \"dblink_connect\"('password=%s')",
            "SELECT U&\"dblin\\006b_connect\"('x=%s')",
            "CREATE SERVER f1 FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'h', password '%s')",
            "CREATE USER MAPPING FOR postgres SERVER f2 OPTIONS (user 'a', password '%s')",
            "ALTER USER MAPPING FOR postgres SERVER f3 OPTIONS (SET password '%s')",
            "CREATE FOREIGN TABLE f4 (a int) SERVER f5 OPTIONS (token '%s')",
            "ALTER SYSTEM SET primary_conninfo = 'host=h password=%s'",
            "SELECT set_config('app.secret', '%s', false)",
            "SET app.password = '%s'",
            "SET LOCAL app.api_key TO '%s'",
            "ALTER DATABASE postgres SET app.token = '%s'",
            "COPY (SELECT 1) TO PROGRAM 'curl -u a:%s http://127.0.0.1:1/; false'",
            // inside of code
            "DO $$ BEGIN EXECUTE 'CREATE ROLE d1 PASSWORD ''%s'''; END $$",
            "DO $$ BEGIN EXECUTE 'CREATE ROLE d2 PASS' || 'WORD ''%s'''; RAISE EXCEPTION 'stop'; END $$",
            "DO $$ BEGIN EXECUTE format('CREATE ROLE d3 PASSWORD %%L', '%s'); PERFORM 1/0; END $$",
            "DO $x$ BEGIN EXECUTE 'ALTER ROLE no_role PASSWORD ''%s'''; END $x$",
            "DO $x$ BEGIN RAISE EXCEPTION 'password: %s'; END $x$",
            "CREATE FUNCTION g1() RETURNS text LANGUAGE sql AS $$ SELECT 'postgresql://a:%s@h/db'::text $$",
            "CREATE FUNCTION g2() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM dblink_connect('password=%s'); END $$; SELECT g2()",
            "PREPARE p1 AS SELECT crypt('%s', 'x')",
            "SELECT pgp_sym_encrypt('a', '%s')",
            "SELECT hmac('a', '%s', 'sha256')",
            // data
            "INSERT INTO servers VALUES ('postgresql://a:%s@h/db')",
            "UPDATE accounts SET password = '%s' WHERE id = 1",
            "UPDATE accounts SET password = 1 + '%s'",
            "SELECT '%s'::int AS password",
            "SELECT cast('%s' AS int) FROM (SELECT 1) AS token",
            "SELECT 1; CREATE ROLE e1 PASSWORD '%s'; SELECT 1/0",
            "CREATE TABLE accounts_e2 (password text DEFAULT '%s')",
            "COMMENT ON ROLE postgres IS 'password=%s'",
            "SELECT 'Bearer %s'::int",
            "postgresql://a:%s@127.0.0.1/db",
            "\\connect postgresql://a:%s@127.0.0.1/db");

    @TempDir
    private Path folder;

    private final SecretScanner evidence = new SecretScanner();

    private ProcessBuilder process(String mainClass, String... words) {
        List<String> command = JavaProcess.java(
                List.of("-Dswitchboard.build=" + System.getProperty("switchboard.build")), mainClass, words);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SWITCHBOARD_HOME", folder.resolve("home").toString());
        builder.environment().keySet().removeAll(List.of("CONNECTION_URL", "PGPASSWORD"));
        return builder;
    }

    /** Each statement takes a process of its own, so a usual run takes each fifteenth; {@code -Dthorough=true} takes all. */
    private static final int STEP = Boolean.getBoolean("thorough") ? 1 : 15;

    /** Runs a command; what it prints is evidence. */
    private String run(String input, String... words) throws Exception {
        Process process = process("dev.switchboard.Switchboard", words).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // it does not read its standard input
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        evidence.add("screen of " + input, out);
        return out;
    }

    @Test
    void noSecretOfAStatementIsWrittenAnywhere() throws Exception {
        LocalEnginesFixture.prepareWithCluster(new Home(folder.resolve("home")));
        // The engines keep running between the commands, because the next start would begin their logs anew.
        Process holder = process("dev.switchboard.local.EngineHolder", folder.resolve("home").toString(), "28000", "25433", "").start();
        try {
            assertThat(holder.inputReader().lines().filter(line -> line.startsWith("ready")).findFirst()).isPresent();
            run("CREATE DATABASE", "db", "create");
            run("CREATE TABLE accounts (id int, password text); CREATE TABLE servers (url text)", "db", "run", "-", "-v");
            List<String> secrets = new ArrayList<>();
            for (int i = 0; i < STATEMENTS.size(); i += STEP) {
                String secret = SECRET + i + "x";
                secrets.add(secret);
                run(STATEMENTS.get(i).replace("%s", secret).replace("%%", "%"), "db", "run", "-", "-v");
            }
            secrets.add("argumentSecret1");
            assertThat(run("", "db", "run", "postgresql://a:argumentSecret1@127.0.0.1/db")).contains("postgresql://…");
            run("", "db", "restore", "postgresql://a:argumentSecret1@127.0.0.1/db", "-v");
            run("", "db", "run", "x", "postgresql://a:argumentSecret1@127.0.0.1/db");
            run("", "tables", "restore", "postgresql://a:argumentSecret1@127.0.0.1/db");
            run("", "db", "ruin", "postgresql://a:argumentSecret1@127.0.0.1/db");
            assertThat(run("", "journal", "list", "--limit", "200")).contains("CREATE ROLE a1 PASSWORD '***'");
            run("", "db", "sessions");
            Path data = folder.resolve("home/local/postgres");
            try (var files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.startsWith(data)).toList()) {
                    evidence.add("file " + folder.relativize(file), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
            assertThat(evidence.of("file home/journal")).contains("CREATE ROLE a1 PASSWORD '***'");
            assertThat(evidence.of("file home/logs/postgres.log")).contains("ready to accept connections");
            evidence.assertHoldsNone(secrets.toArray(String[]::new));
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }
}

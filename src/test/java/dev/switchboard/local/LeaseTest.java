package dev.switchboard.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Leases that claim nothing, because their process has ended, whatever has its number now. */
class LeaseTest {
    private final long own = ProcessHandle.current().pid();
    private LocalHome home;

    @BeforeEach
    void makeHome() throws Exception {
        home = new LocalHome();
        Files.createDirectories(home.folder().leases());
    }

    @AfterEach
    void leaveHome() throws Exception {
        home.close();
    }

    private void lease(String name) throws IOException {
        Files.writeString(home.folder().leases().resolve(name), "");
    }

    private void assertThatNothingIsClaimed() throws Exception {
        assertThat(Lease.active(home.folder())).isEmpty();
        List<Path> before;
        try (var files = Files.list(home.folder().leases())) {
            before = files.toList();
        }
        try (LocalEngines engines = home.engines()) {
            engines.dynamoDb();
            for (Path stale : before) { // the start has deleted them; the guardian is to see them too
                if (Files.notExists(stale)) {
                    Files.writeString(stale, "");
                }
            }
        }
        assertThat(home.processes()).isEmpty();
    }

    @Test
    void theNumberOfAnotherProcessByNow() throws Exception {
        String start = ProcessStart.of(own).orElseThrow();
        lease("1-1");
        lease("1-" + start + "-1");
        lease(own + "-1");
        lease(own + "-1-1");
        lease(own + "-99999999999999999-1"); // in the future
        assertThatNothingIsClaimed();
    }

    @Test
    void damagedNames() throws Exception {
        for (String name : List.of("x", "12", "-1-1", own + "-", own + "--1", "99999999999999999999-1-1", "*", "a b-1-1", "-n",
                ".hidden")) {
            lease(name);
        }
        Files.writeString(Files.createDirectories(home.folder().leases().resolve(own + "-1-2")).resolve("file"), "");
        assertThatNothingIsClaimed();
    }

    @Test
    void damagedContentsAreNoEndpoint() throws Exception {
        String start = ProcessStart.of(own).orElseThrow();
        Path lease = home.folder().leases().resolve(own + "-" + start + "-999");
        for (String content : List.of("", "user-pool=\nuser-pool-id=", "user-pool=not a URL\nuser-pool-id=x\ndynamodb=not a URL", "\0\0")) {
            Files.writeString(lease, content);
            try (LocalEngines engines = home.engines()) {
                assertThat(engines.status().dynamoDb()).isNull();
            }
        }
        Files.write(lease, new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
        assertThat(Lease.userPool(home.folder())).isEmpty();
        assertThat(Lease.active(home.folder())).as("it claims the engines even so").containsExactly(lease);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessThatHasEndedAndWaitsForItsParent() throws Exception {
        Process parent = new ProcessBuilder("sh", "-c", "sh -c 'read x' & echo $!; exec sleep 100").start();
        try {
            long pid = Long.parseLong(parent.inputReader().readLine());
            while (!Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ")) {
                Thread.onSpinWait();
            }
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            lease(pid + "-" + stat.substring(stat.lastIndexOf(") ") + 2).split(" ", -1)[19] + "-1");
            assertThat(ProcessStart.of(pid)).isEmpty();
            assertThatNothingIsClaimed();
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }
}

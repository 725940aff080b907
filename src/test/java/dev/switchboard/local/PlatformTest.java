package dev.switchboard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.OperationFailedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
    @Test
    void aPlatformWithoutPostgresProgramsIsToldWithTheWayOut(@TempDir Path folder) {
        PostgresBinaries binaries = new PostgresBinaries(folder, new Host("linux", "s390x", "somebody"));
        assertThatThrownBy(binaries::unpacked)
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("linux on s390x")
                .hasMessageContaining("CONNECTION_URL");
    }

    @Test
    void rootBecomesSomebodyElseByTheFirstWayThatWorksAndOthersStayThemselves() throws Exception {
        List<List<String>> methods = List.of(List.of("no-such-program", "-U"), PrivilegeDropper.UNSHARE, PrivilegeDropper.SETPRIV);
        List<String> prefix = new PrivilegeDropper(Host.current(), methods).prefix();
        assertThat(prefix.isEmpty()).isEqualTo(!Host.current().root());
        List<String> id = new ArrayList<>(prefix);
        id.addAll(List.of("id", "-u"));
        assertThat(CommandRunner.output(id)).isNotEqualTo("0");
    }

    @Test
    void rootWithoutAnyWayIsToldWhatToDo() {
        PrivilegeDropper stuck = new PrivilegeDropper(new Host("linux", "amd64", "root"), List.of(List.of("no-such-program")));
        assertThatThrownBy(stuck::prefix).isInstanceOf(OperationFailedException.class).hasMessageContaining("refuses to run as root");
    }
}

package dev.switchboard.local;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL refuses to run as root: runs it as somebody else. */
final class PrivilegeDropper {
    private static final Messages TEXT = Messages.of(PrivilegeDropper.class);
    private static final String NOBODY = "65534";

    /** Within a user namespace without a map root is nobody, while its files stay its own. */
    static final List<String> NAMESPACE = List.of("unshare", "-U");

    /** Where those are forbidden, as in many containers: truly nobody, who may still walk through root's folders. */
    static final List<String> NOBODY_WITH_KEYS = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups",
            "--inh-caps=+dac_override,+dac_read_search", "--ambient-caps=+dac_override,+dac_read_search");

    private final Host host;
    private final List<List<String>> ways;

    PrivilegeDropper(Host host) {
        this(host, List.of(NAMESPACE, NOBODY_WITH_KEYS));
    }

    PrivilegeDropper(Host host, List<List<String>> ways) {
        this.host = host;
        this.ways = ways;
    }

    /**
     * What to put before a command; nothing where this process is not root's.
     *
     * @throws OperationFailedException where root has no way to be somebody else
     */
    List<String> prefix() throws IOException {
        if (!host.root()) {
            return List.of();
        }
        for (List<String> way : ways) {
            List<String> trial = new ArrayList<>(way);
            trial.add("true");
            if (CommandRunner.succeeds(trial)) {
                return way;
            }
        }
        throw new OperationFailedException(TEXT.get("postgres.root"), TEXT.get("postgres.root.remedy"));
    }

    /** Gives a folder to whom the commands with this prefix run as. */
    void own(List<String> prefix, Path folder) throws IOException {
        if (host.root()) {
            String owner = prefix.equals(NAMESPACE) ? "0" : NOBODY;
            CommandRunner.succeeds(List.of("chown", "-R", owner + ":" + owner, folder.toString()));
        }
    }
}

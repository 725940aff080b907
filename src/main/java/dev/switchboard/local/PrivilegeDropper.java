package dev.switchboard.local;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL as another user, because it refuses to run as root. */
final class PrivilegeDropper {
    private static final Messages TEXT = Messages.of(PrivilegeDropper.class);
    private static final String OVERFLOW_USER = "65534";

    /** In a user namespace without a mapping, root appears as the overflow user, and its files stay accessible. */
    static final List<String> UNSHARE = List.of("unshare", "-U");

    /**
     * If user namespaces are not allowed, as in many containers: the overflow user, with the capabilities to traverse root's
     * folders.
     */
    static final List<String> SETPRIV = List.of("setpriv", "--reuid=" + OVERFLOW_USER, "--regid=" + OVERFLOW_USER, "--clear-groups",
            "--inh-caps=+dac_override,+dac_read_search", "--ambient-caps=+dac_override,+dac_read_search");

    private final Host host;
    private final List<List<String>> methods;

    PrivilegeDropper(Host host) {
        this(host, List.of(UNSHARE, SETPRIV));
    }

    PrivilegeDropper(Host host, List<List<String>> methods) {
        this.host = host;
        this.methods = methods;
    }

    /**
     * Returns the prefix for a command; empty if this process does not run as root.
     *
     * @throws OperationFailedException if none of the methods works
     */
    List<String> prefix() throws IOException {
        if (!host.root()) {
            return List.of();
        }
        for (List<String> method : methods) {
            List<String> trial = new ArrayList<>(method);
            trial.add("true");
            if (CommandRunner.succeeds(trial)) {
                return method;
            }
        }
        throw new OperationFailedException(TEXT.get("postgres.root"), TEXT.get("postgres.root.remedy"));
    }

    /** Makes the user that commands with this prefix run as the owner of a folder. */
    void own(List<String> prefix, Path folder) throws IOException {
        if (host.root()) {
            String owner = prefix.equals(UNSHARE) ? "0" : OVERFLOW_USER;
            CommandRunner.succeeds(List.of("chown", "-R", owner + ":" + owner, folder.toString()));
        }
    }
}

package dev.switchboard.cli;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.text.Messages;
import dev.switchboard.users.PoolUser;
import dev.switchboard.users.SyncResult;
import dev.switchboard.users.User;
import dev.switchboard.users.UserComparison;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code users}: lists, compares and syncs the users in PostgreSQL and in the user pool. */
@Command(name = "users")
final class UsersCommand {
    private static final Messages TEXT = Messages.of(UsersCommand.class);
    private final Invocation invocation;

    UsersCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Command(name = "list")
    int list() throws Exception {
        return invocation.run((session, progress) -> {
            List<User> users = session.users().all();
            if (invocation.json()) {
                invocation.print(Json.object("users", users.stream().map(UserFormatter::user).toList()));
            } else if (!users.isEmpty()) {
                invocation.print(UserFormatter.users(users));
            }
            if (users.isEmpty()) {
                invocation.note(TEXT.get("users.none"));
            }
            long incomplete = users.stream().filter(user -> !user.identified()).count();
            if (incomplete > 0) {
                invocation.note(TEXT.get("users.incomplete", incomplete));
            }
            return ExitStatus.DONE;
        });
    }

    @Command(name = "pool")
    int pool() throws Exception {
        return invocation.run((session, progress) -> {
            List<PoolUser> users = session.userPool().all(progress);
            if (invocation.json()) {
                invocation.print(Json.object("users", users.stream().map(UserFormatter::poolUser).toList()));
            } else if (!users.isEmpty()) {
                invocation.print(UserFormatter.pool(users));
            }
            if (users.isEmpty()) {
                invocation.note(TEXT.get("pool.none"));
            }
            return ExitStatus.DONE;
        });
    }

    @Command(name = "compare")
    int compare() throws Exception {
        return invocation.run((session, progress) -> {
            UserComparison comparison = session.userSync().compare(progress);
            print(comparison);
            return comparison.hasDifferences() ? ExitStatus.FINDINGS : ExitStatus.DONE;
        });
    }

    private void print(UserComparison comparison) {
        if (invocation.json()) {
            invocation.print(UserFormatter.comparison(comparison));
        } else {
            UserFormatter.comparisonLines(comparison).forEach(invocation::print);
        }
    }

    @Command(name = "sync")
    int sync(@Option(names = "--apply") boolean apply) throws Exception {
        return invocation.run((session, progress) -> {
            UserComparison comparison = session.userSync().compare(progress);
            if (!apply) {
                print(comparison);
                invocation.note(TEXT.get("sync.preview", comparison.toApply().size()));
                return ExitStatus.DONE;
            }
            SyncResult result = session.userSync().apply(comparison, progress);
            if (invocation.json()) {
                invocation.print(Json.object("new", result.added(), "changed", result.changed(), "change", result.change()));
            } else {
                invocation.print(result.sentence());
            }
            @Nullable String change = result.change();
            if (change != null) {
                invocation.note(TEXT.get("sync.undo", change));
            }
            return ExitStatus.DONE;
        });
    }
}

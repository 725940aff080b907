package dev.switchboard.ui.shell.palette;

import dev.switchboard.explorer.query.SavedQuery;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.session.Session;
import dev.switchboard.users.User;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What the palette finds in the data of a session.
 *
 * @param failures why something is missing; empty if nothing is
 */
public record PaletteData(List<String> tables, List<SavedQuery> queries, List<User> users, List<Exception> failures) {
    /** Reads it; what one store does not answer leaves out that part only. Not on the JavaFX thread. */
    public static PaletteData read(Session session) {
        List<Exception> failures = new ArrayList<>();
        List<User> users = part(session.users()::all, failures);
        List<String> tables = part(session.tables()::names, failures);
        List<SavedQuery> queries = part(session.explorer().savedQueries()::list, failures);
        return new PaletteData(tables, queries, users, failures);
    }

    private static <T> List<T> part(Callable<List<T>> reading, List<Exception> failures) {
        try {
            return reading.call();
        } catch (OperationCancelledException e) {
            throw e;
        } catch (Exception e) {
            failures.add(e);
            return List.of();
        }
    }
}

package dev.switchboard.seeding.load;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.postgres.sql.Transaction;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Adds the users of a load to PostgreSQL, all or none. */
record LoadUserWriter(Database database) {
    private static final Messages TEXT = Messages.of(LoadUserWriter.class);
    private static final Sql ADD = Sql.file("users/add_synthetic");
    private static final Sql RENAMED = Sql.file("users/renamed_synthetic");
    private static final int BATCH = 2000;

    /**
     * Adds the users that do not exist; returns their number.
     *
     * @throws OperationFailedException if users of the load exist with other names, which the items would not have; nothing was written
     */
    long write(LoadSpec spec, Progress progress) {
        progress.step(TEXT.get("load.users.step"));
        Intent intent = Intent.event(
                DataLoader.OPERATION, TEXT.get("journal.load.users", spec.users(), String.valueOf(spec.randomSeed())),
                TEXT.get("journal.load.users.undo"));
        return database.changing(intent, List.of(), transaction -> {
            long added = 0;
            for (int from = 0; from < spec.users(); from += BATCH) {
                progress.stopIfCancelled();
                int until = Math.min(spec.users(), from + BATCH);
                added += add(transaction, spec.random(), from, until);
                progress.advance(until, spec.users());
            }
            return added;
        }, added -> TEXT.get("journal.load.users.done", added, spec.users() - added));
    }

    private static long add(Transaction transaction, LoadRandom random, int from, int until) {
        List<String> uuids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> handles = new ArrayList<>();
        List<String> emails = new ArrayList<>();
        List<String> times = new ArrayList<>();
        for (int rank = from; rank < until; rank++) {
            LoadUser user = LoadUser.of(random, rank);
            uuids.add(user.participant().uuid());
            names.add(user.participant().displayName());
            handles.add(user.participant().handle());
            emails.add(user.email());
            times.add(user.createdAt().toString());
        }
        Map<String, Object> values =
                Map.of("uuids", uuids, "display_names", names, "handles", handles, "emails", emails, "times", times);
        long added = transaction.update(ADD, values);
        if (added < uuids.size()) {
            long renamed = transaction.query(RENAMED, values).getFirst().number("renamed");
            if (renamed > 0) {
                throw new OperationFailedException(TEXT.get("load.renamed", renamed), TEXT.get("load.renamed.remedy"));
            }
        }
        return added;
    }
}

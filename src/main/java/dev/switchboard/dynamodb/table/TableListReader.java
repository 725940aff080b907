package dev.switchboard.dynamodb.table;

import dev.switchboard.dynamodb.item.Cancellations;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Describes all tables, several in parallel: each takes three calls, and an account can have thousands of tables. On platform threads,
 * because the first virtual thread of a process starts a scheduler, for which a short command would wait.
 */
final class TableListReader {
    private static final Messages TEXT = Messages.of(TableListReader.class);
    private static final int AT_ONCE = 6;
    private final TableReader reader;

    TableListReader(TableReader reader) {
        this.reader = reader;
    }

    List<TableDetails> read(Progress progress) {
        return Cancellations.saying(cause -> new OperationCancelledException(TEXT.get("list.cancelled"), null, cause),
                () -> describe(reader.names(), progress));
    }

    private List<TableDetails> describe(List<String> names, Progress progress) {
        progress.step(TEXT.get("list.step"));
        List<TableDetails> tables = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().name("describe ", 0).factory())) {
            try {
                List<Future<Optional<TableDetails>>> answers = new ArrayList<>();
                for (String name : names) {
                    answers.add(threads.submit(() -> reader.find(name)));
                }
                for (Future<Optional<TableDetails>> answer : answers) {
                    progress.stopIfCancelled();
                    answer.get().ifPresent(tables::add);
                    progress.advance(tables.size(), names.size());
                }
                return tables;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationCancelledException(TEXT.get("list.cancelled"), null, e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
            } finally {
                threads.shutdownNow();
            }
        }
    }
}

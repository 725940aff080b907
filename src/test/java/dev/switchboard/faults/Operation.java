package dev.switchboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.ConversationStartResult;
import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.conversations.Page;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.dynamodb.edit.BulkChange;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.read.ReadPosition;
import dev.switchboard.dynamodb.read.ReadSummary;
import dev.switchboard.job.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What an operator does, and what must be true of the table afterwards, however it ended. */
enum Operation {
    SEED("seed", Set.of("BatchWriteItem", "TransactWriteItems"), 1) {
        @Override
        void run(FaultFixture world, Progress progress) {
            world.seeder.run(world.plan, progress);
        }

        @Override
        void truth(FaultFixture world, @Nullable String said) {
            // Whatever of it was written: done again it is exactly as it should be.
            world.faults.heal();
            world.calmSeeder.run(world.plan, Progress.NONE);
            assertThat(world.count("MSG#")).isEqualTo(FaultFixture.MESSAGES);
            assertThat(world.count("GRP#")).isEqualTo(2);
        }
    },
    SEND("send", Set.of("TransactWriteItems"), 0) {
        @Override
        void run(FaultFixture world, Progress progress) {
            world.sending.send(world.plan.groupUuid(), FaultFixture.ADA, "Ahoy");
        }

        @Override
        void truth(FaultFixture world, @Nullable String said) {
            long sent = world.messages("Ahoy");
            if (said == null) {
                assertThat(sent).as("sent once").isEqualTo(1);
            } else {
                assertThat(sent).as("not doubled").isLessThanOrEqualTo(1);
                assertThat(sent == 0 || said.contains("is unknown")).as("it is there, and it was said: " + said).isTrue();
            }
            assertThat(world.count("MSG#")).isEqualTo(FaultFixture.MESSAGES + sent);
            assertThat(world.count("GRP#")).isEqualTo(2);
        }
    },
    START("start", Set.of("TransactWriteItems"), 0) {
        @Override
        void run(FaultFixture world, Progress progress) {
            ConversationStartResult started = world.sending.start(FaultFixture.ADA, FaultFixture.IDA, "Hello");
            assertThat(started).isInstanceOf(ConversationStartResult.New.class);
        }

        @Override
        void truth(FaultFixture world, @Nullable String said) {
            long sent = world.messages("Hello");
            assertThat(sent).isLessThanOrEqualTo(1);
            assertThat(world.count("GRP#")).as("both rows or none").isEqualTo(2 + 2 * sent);
            assertThat(said == null ? sent == 1 : sent == 0 || said.contains("is unknown")).as(String.valueOf(said)).isTrue();
        }
    },
    CREATE("create", Set.of("CreateTable"), 0) {
        @Override
        void prepare(FaultFixture world) {
            world.drop();
        }

        @Override
        void run(FaultFixture world, Progress progress) {
            world.tables.create(MessagesTablePreset.of(world.table, false, false, true), progress);
        }

        @Override
        void truth(FaultFixture world, @Nullable String said) {
            assertThat(said == null ? world.exists() : !world.exists() || said.contains("is unknown")).as(String.valueOf(said)).isTrue();
        }
    },
    BACKUP("backup", Set.of("Scan"), 0) {
        @Override
        void run(FaultFixture world, Progress progress) {
            assertThat(world.backups.backup(world.table, null, progress).items()).isEqualTo(FaultFixture.MESSAGES + 2);
        }

        @Override
        void truth(FaultFixture world, @Nullable String said) throws IOException {
            assertThat(world.files()).as("whole or not at all").hasSize(said == null ? 1 : 0);
        }
    },
    DROP("drop", Set.of("Scan", "DeleteTable"), 1) {
        @Override
        void run(FaultFixture world, Progress progress) {
            world.dropper.drop(world.table, world.table, true, progress);
        }

        @Override
        void truth(FaultFixture world, @Nullable String said) throws IOException {
            BackupFaults.dropped(world, said);
        }
    },
    RESTORE("restore", Set.of("BatchWriteItem", "Scan"), 1) {
        @Override
        void prepare(FaultFixture world) {
            world.calmBackups.backup(world.table, null, Progress.NONE);
            world.drop();
        }

        @Override
        void run(FaultFixture world, Progress progress) {
            world.backups.restore(world.backups.list().getFirst().file(), world.table, progress);
        }

        @Override
        void truth(FaultFixture world, @Nullable String said) {
            BackupFaults.restored(world, said);
        }
    },
    SCAN("scan", Set.of("Scan"), 1) {
        @Override
        void run(FaultFixture world, Progress progress) {
            AtomicLong items = new AtomicLong();
            List<String> keys = Collections.synchronizedList(new ArrayList<>());
            ReadSummary summary = world.reader.read(ReadPlan.scan(world.table).segmented(4), ReadPosition.START, page -> {
                items.addAndGet(page.items().size());
                page.items().forEach(item -> keys.add(item.toJson()));
            }, progress);
            assertThat(summary.items()).isEqualTo(items.get());
            assertThat(items).hasValue(FaultFixture.MESSAGES + 2);
            assertThat(keys).doesNotHaveDuplicates();
        }

        @Override
        void truth(FaultFixture world, @Nullable String said) {
            assertThat(world.count("")).isEqualTo(FaultFixture.MESSAGES + 2);
        }
    },
    QUERY("query", Set.of("Query"), 1) {
        @Override
        void run(FaultFixture world, Progress progress) {
            List<String> found = world.queried(progress);
            assertThat(found).hasSize(FaultFixture.MESSAGES).doesNotHaveDuplicates();
        }

        @Override
        void truth(FaultFixture world, @Nullable String said) {
            world.faults.heal();
            run(world, Progress.NONE);
        }
    },
    COMMIT("commit", Set.of("TransactWriteItems"), 0) {
        @Override
        void run(FaultFixture world, Progress progress) {
            world.failed(world.editor.commit(world.table, world.edits(), true, progress));
        }

        @Override
        void truth(FaultFixture world, @Nullable String said) {
            long edited = world.edited();
            assertThat(edited).as("all or nothing").isIn(0L, (long) FaultFixture.EDITS);
            assertThat(said == null ? edited > 0 : edited == 0 || said.contains("is unknown")).as(String.valueOf(said)).isTrue();
            world.editsAreThereOnce();
        }
    },
    EDITS("edits", Set.of("UpdateItem", "DeleteItem"), 3) {
        @Override
        void run(FaultFixture world, Progress progress) {
            world.failed(world.editor.commit(world.table, world.edits(), false, progress));
        }

        @Override
        void truth(FaultFixture world, @Nullable String said) {
            EditFaults.edited(world, said);
        }
    },
    BULK_DELETE("bulk delete", Set.of("DeleteItem", "Scan"), 8) {
        @Override
        void run(FaultFixture world, Progress progress) {
            world.failed(world.editor.bulk(world.table, new BulkChange.Delete(), world.scan(progress), 0, progress));
        }

        @Override
        void truth(FaultFixture world, @Nullable String said) {
            long left = world.count("");
            assertThat(said == null ? left : 0).as("all are deleted: " + said).isZero();
            // What is in the journal brings back everything that was deleted.
            world.faults.heal();
            world.undoLast(FaultFixture.MESSAGES + 2 - left);
            assertThat(world.count("MSG#")).isEqualTo(FaultFixture.MESSAGES);
            assertThat(world.count("GRP#")).isEqualTo(2);
        }
    },
    EXPORT("export", Set.of("Scan"), 2) {
        @Override
        void run(FaultFixture world, Progress progress) {
            TransferFaults.export(world, false, progress);
        }

        @Override
        void truth(FaultFixture world, @Nullable String said) throws IOException {
            TransferFaults.exported(world, said);
        }
    },
    IMPORT("import", Set.of("PutItem"), 8) {
        @Override
        void prepare(FaultFixture world) throws IOException {
            TransferFaults.writeFile(world);
        }

        @Override
        void run(FaultFixture world, Progress progress) {
            TransferFaults.importFile(world, TransferFaults.EACH, false, progress);
        }

        @Override
        void truth(FaultFixture world, @Nullable String said) {
            TransferFaults.imported(world, TransferFaults.EACH, said);
        }
    },
    IMPORT_GROUPED("grouped", Set.of("TransactWriteItems"), 0) {
        @Override
        void prepare(FaultFixture world) throws IOException {
            TransferFaults.writeFile(world);
        }

        @Override
        void run(FaultFixture world, Progress progress) {
            TransferFaults.importFile(world, 0, false, progress);
        }

        @Override
        void truth(FaultFixture world, @Nullable String said) {
            TransferFaults.imported(world, 0, said);
        }
    },
    COPY("copy", Set.of("PutItem"), 8) {
        @Override
        void prepare(FaultFixture world) {
            TransferFaults.createTarget(world);
        }

        @Override
        void run(FaultFixture world, Progress progress) {
            TransferFaults.copy(world, false, progress);
        }

        @Override
        void truth(FaultFixture world, @Nullable String said) {
            TransferFaults.copied(world, said);
        }
    },
    DOCTOR("doctor", Set.of("Scan", "Query"), 0) {
        @Override
        void prepare(FaultFixture world) {
            DoctorFaults.plant(world);
        }

        @Override
        void run(FaultFixture world, Progress progress) {
            DoctorFaults.check(world, progress);
        }

        @Override
        void truth(FaultFixture world, @Nullable String said) {
            world.faults.heal();
            DoctorFaults.check(world, Progress.NONE);
        }
    },
    DOCTOR_REPAIR("doctor repair", Set.of("DeleteItem"), 8) {
        @Override
        void prepare(FaultFixture world) {
            DoctorFaults.plant(world);
        }

        @Override
        void run(FaultFixture world, Progress progress) {
            DoctorFaults.repair(world, progress);
        }

        @Override
        void truth(FaultFixture world, @Nullable String said) {
            DoctorFaults.repaired(world, said);
        }
    },
    PAGES("page back", Set.of("Query"), 2) {
        @Override
        void run(FaultFixture world, Progress progress) {
            List<String> texts = new ArrayList<>();
            PageKey from = null;
            do {
                Page<Message> page = world.queries.messages(world.plan.groupUuid(), new TimeRange.All(), 7, from);
                texts.addAll(page.rows().stream().map(Message::text).toList());
                from = page.next();
            } while (from != null);
            assertThat(texts).hasSize(FaultFixture.MESSAGES).doesNotHaveDuplicates();
        }

        @Override
        void truth(FaultFixture world, @Nullable String said) {
            world.faults.heal();
            run(world, Progress.NONE);
        }
    };

    private final String title;
    private final Set<String> struck;
    private final int spared;

    Operation(String title, Set<String> struck, int spared) {
        this.title = title;
        this.struck = struck;
        this.spared = spared;
    }

    /** The calls that the fault strikes. */
    Set<String> struck() {
        return struck;
    }

    /** How many of them go well before. */
    int spared() {
        return spared;
    }

    void prepare(FaultFixture world) throws IOException {}

    abstract void run(FaultFixture world, Progress progress);

    /** @param said what it was said to have ended with; null where it ended well */
    abstract void truth(FaultFixture world, @Nullable String said) throws IOException;

    @Override
    public String toString() {
        return title;
    }
}

package dev.switchboard.dynamodb.backup;

import dev.switchboard.dynamodb.item.ItemDigest;
import dev.switchboard.file.NewFile;
import dev.switchboard.file.PrivateFiles;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The digests of all items of a table, by key: a hash table in a temporary file that is mapped into memory, so that its size is not limited
 * by the heap. Takes 64 to 256 bytes an item. Not thread-safe.
 */
public final class DigestTable implements AutoCloseable {
    private static final long FIRST_SLOTS = 1 << 14;
    private static final long GROWTH = 4;
    private final Path beside;
    private Slots slots;
    private long size;

    /** @param beside a file in whose folder the temporary file is created */
    public DigestTable(Path beside) throws IOException {
        this.beside = beside;
        slots = Slots.create(beside, FIRST_SLOTS);
    }

    /** The number of different keys. */
    public long size() {
        return size;
    }

    /** What is known of a key. */
    public enum Known {
        /** The key and its content. */
        SAME,
        /** The key, with other content. */
        CHANGED,
        /** Not the key. */
        NEW
    }

    /** Returns what is known of a key, with the content that was put last; null if nothing is. */
    @Nullable
    ItemDigest get(ItemDigest key) {
        long at = slots.find(key);
        return slots.isEmpty(at) ? null : slots.get(at);
    }

    /** Adds or replaces the digest of an item; returns what was known before. */
    public Known put(ItemDigest digest) throws IOException {
        if (size * 2 >= slots.capacity()) {
            grow();
        }
        long at = slots.find(digest);
        Known known;
        if (slots.isEmpty(at)) {
            known = Known.NEW;
            size++;
        } else {
            known = slots.get(at).equals(digest) ? Known.SAME : Known.CHANGED;
        }
        slots.set(at, digest);
        return known;
    }

    private void grow() throws IOException {
        Slots larger = Slots.create(beside, slots.capacity() * GROWTH);
        for (long at = 0; at < slots.capacity(); at++) {
            if (!slots.isEmpty(at)) {
                ItemDigest digest = slots.get(at);
                larger.set(larger.find(digest), digest);
            }
        }
        slots.close();
        slots = larger;
    }

    /** The mapped file. */
    private record Slots(NewFile file, Arena arena, MemorySegment memory, long capacity) implements AutoCloseable {
        private static final long BYTES = 4 * Long.BYTES;

        // The arena is closed with the slots, which live longer than this method.
        @SuppressWarnings("MustBeClosedChecker")
        static Slots create(Path beside, long capacity) throws IOException {
            NewFile file = NewFile.at(beside);
            Arena arena = Arena.ofShared();
            try (FileChannel channel = PrivateFiles.open(file.temporary(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                return new Slots(file, arena, channel.map(FileChannel.MapMode.READ_WRITE, 0, capacity * BYTES, arena), capacity);
            } catch (IOException e) {
                arena.close();
                file.close();
                throw e;
            }
        }

        /** Returns the slot of a key, or the empty one where it belongs. */
        long find(ItemDigest digest) {
            long at = Long.remainderUnsigned(digest.key1(), capacity);
            while (!isEmpty(at) && !(part(at, 0) == digest.key1() && part(at, 1) == digest.key2())) {
                at = at + 1 == capacity ? 0 : at + 1;
            }
            return at;
        }

        /** No key has a digest of zeros. */
        boolean isEmpty(long at) {
            return part(at, 0) == 0 && part(at, 1) == 0;
        }

        ItemDigest get(long at) {
            return new ItemDigest(part(at, 0), part(at, 1), part(at, 2), part(at, 3));
        }

        void set(long at, ItemDigest digest) {
            put(at, 0, digest.key1());
            put(at, 1, digest.key2());
            put(at, 2, digest.content1());
            put(at, 3, digest.content2());
        }

        private long part(long at, int part) {
            return memory.get(ValueLayout.JAVA_LONG, at * BYTES + part * (long) Long.BYTES);
        }

        private void put(long at, int part, long value) {
            memory.set(ValueLayout.JAVA_LONG, at * BYTES + part * (long) Long.BYTES, value);
        }

        @Override
        public void close() {
            arena.close();
            file.close();
        }
    }

    @Override
    public void close() {
        slots.close();
    }
}

package dev.switchboard.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.OperationFailedException;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalSorterTest {
    private static final RecordCodec<String> TEXTS = new RecordCodec<>() {
        @Override
        public void write(String record, DataOutput out) throws IOException {
            RecordTexts.write(record, out);
        }

        @Override
        public String read(DataInput in) throws IOException {
            return RecordTexts.read(in);
        }
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 7_000, 30_000})
    void recordsAreSortedAndTheFilesAreDeleted(int count) throws IOException {
        List<String> expected = new ArrayList<>();
        List<String> sorted = new ArrayList<>();
        Random random = new Random(count);
        try (ExternalSorter<String> sorter = new ExternalSorter<>(folder, "part", Comparator.naturalOrder(), TEXTS, 100)) {
            for (int i = 0; i < count; i++) {
                String record = Integer.toString(random.nextInt(50_000), 36);
                sorter.add(record);
                expected.add(record);
            }
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.count()).as("files are merged").isLessThanOrEqualTo(Math.min(count / 100, 64));
            }
            sorter.forEachSorted(sorted::add);
        }
        expected.sort(Comparator.naturalOrder());
        assertThat(sorted).isEqualTo(expected);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aTextOfAnySizeIsKept() {
        String large = "ä".repeat(400_000);
        try (RecordFile<String> file = new RecordFile<>(folder.resolve("one"), TEXTS)) {
            file.append(large);
            try (RecordFile<String>.Reader reader = file.open()) {
                assertThat(reader.next()).isEqualTo(large);
                assertThat(reader.next()).isNull();
            }
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidInWords() {
        try (RecordFile<String> file = new RecordFile<>(folder.resolve("none/one"), TEXTS)) {
            assertThatThrownBy(() -> file.append("text"))
                    .isInstanceOf(OperationFailedException.class)
                    .hasMessageContaining("temporary file")
                    .hasMessageContaining("Free space");
        }
    }
}

package dev.switchboard.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file gets its name when it is complete, and never over another one that was not to be replaced. */
class NewFileTest {
    private static final int WRITERS = 20;

    @TempDir
    private Path folder;

    private static byte[] content(int writer) {
        return String.valueOf(writer).repeat(10_000).getBytes(StandardCharsets.UTF_8);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private int publishedBy(Path file, int writers) throws InterruptedException {
        int published = 0;
        try (ExecutorService all = Executors.newFixedThreadPool(writers)) {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                int writer = i;
                tasks.add(() -> {
                    try (NewFile written = NewFile.at(file)) {
                        written.write(content(writer));
                        written.publish();
                        return writer;
                    }
                });
            }
            for (Future<Integer> result : all.invokeAll(tasks)) {
                try {
                    assertThat(file).hasBinaryContent(content(result.get()));
                    published++;
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(FileAlreadyExistsException.class);
                }
            }
        }
        return published;
    }

    @Test
    void ofManyAtOnceOneIsPublishedWhole() throws Exception {
        Path file = folder.resolve("made/f");

        assertThat(publishedBy(file, WRITERS)).isEqualTo(1);
        try (Stream<Path> all = Files.list(file.getParent())) {
            assertThat(all).as("no temporary file stays").containsExactly(file);
        }
    }

    @Test
    void whatIsNotPublishedLeavesNothing() throws Exception {
        try (NewFile written = NewFile.at(folder.resolve("f"))) {
            written.write(content(1));
            assertThat(files()).hasSize(1).noneMatch(file -> file.endsWith("f"));
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void aNameMayBeAsLongAsANameCanBe() throws Exception {
        Path file = folder.resolve("n".repeat(255));
        try (NewFile written = NewFile.at(file)) {
            written.publish();
        }
        assertThat(file).exists();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkIsNeverFollowed() throws Exception {
        Path target = Files.writeString(folder.resolve("target"), "precious");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("made by a link"));

        for (Path path : List.of(link, dangling)) {
            try (NewFile written = NewFile.at(path)) {
                assertThatThrownBy(written::publish).isInstanceOf(FileAlreadyExistsException.class);
            }
            assertThatThrownBy(() -> PrivateFiles.write(path, "x")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> PrivateFiles.empty(path)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> PrivateFiles.append(path)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> PrivateFiles.open(path, java.nio.file.StandardOpenOption.WRITE)).isInstanceOf(IOException.class);
            assertThat(Files.isSymbolicLink(path)).isTrue();
        }
        assertThat(target).hasContent("precious");
        assertThat(folder.resolve("made by a link")).doesNotExist();

        try (NewFile written = NewFile.at(link)) {
            written.replace();
        }
        assertThat(link).isRegularFile().isEmptyFile();
        assertThat(target).hasContent("precious");
    }
}

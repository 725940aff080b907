package dev.switchboard;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the program again, in the same process, if Linux gave it a locale whose file names are ASCII only, such as {@code LC_ALL=C} or
 * none at all. Java takes the character set of file names from the locale before the first class is loaded and cannot change it later,
 * so that each path, home or program argument with another character would fail.
 */
final class Utf8Relauncher {
    private static final String LOCALE = "LC_ALL=";
    private static final String UTF_8_LOCALE = LOCALE + "C.UTF-8";

    private Utf8Relauncher() {}

    /** Does not return if the program was started again; returns if that is not necessary or not possible. */
    static void relaunchIfNecessary(String... args) {
        Path self = Path.of("/proc/self");
        if (!System.getProperty("sun.jnu.encoding", "").equals("ANSI_X3.4-1968") || !Files.isDirectory(self)) {
            return;
        }
        try {
            List<String> command = words(self.resolve("cmdline"));
            List<String> variables = new ArrayList<>(words(self.resolve("environ")));
            // The window may meet any file name in its dialogs.
            boolean needed = args.length == 0 || !isAscii(command) || !isAscii(variables)
                    || System.getProperty("user.dir", "").indexOf('\uFFFD') >= 0;
            if (needed && !variables.contains(UTF_8_LOCALE)) {
                variables.removeIf(variable -> variable.startsWith(LOCALE));
                variables.add(UTF_8_LOCALE);
                execute(self.resolve("exe").toString(), command, variables);
            }
        } catch (IOException | IllegalCallerException e) {
            return; // it goes on in the locale that it has
        }
    }

    /** The words of a file that ends each with a zero byte, with a char for each byte. */
    private static List<String> words(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return text.isEmpty() ? List.of() : List.of((text.endsWith("\0") ? text.substring(0, text.length() - 1) : text).split("\0", -1));
    }

    private static boolean isAscii(List<String> words) {
        return words.stream().allMatch(word -> word.chars().allMatch(c -> c < 0x80));
    }

    /** Replaces this process by another program, which keeps its process ID and its open streams. Returns if the system refuses. */
    @SuppressWarnings("restricted") // the manifest of the jar enables native access
    private static void execute(String program, List<String> command, List<String> variables) throws IOException {
        Linker linker = Linker.nativeLinker();
        MethodHandle execve = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("execve"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            int _ = (int) execve.invokeExact(string(arena, program), strings(arena, command), strings(arena, variables));
        } catch (Throwable e) {
            throw new IOException(e);
        }
    }

    private static MemorySegment string(SegmentAllocator arena, String word) {
        return arena.allocateFrom(word, StandardCharsets.ISO_8859_1);
    }

    /** An array of strings that ends with a null pointer. */
    private static MemorySegment strings(SegmentAllocator arena, List<String> words) {
        MemorySegment array = arena.allocate(ValueLayout.ADDRESS, words.size() + 1L);
        for (int i = 0; i < words.size(); i++) {
            array.setAtIndex(ValueLayout.ADDRESS, i, string(arena, words.get(i)));
        }
        array.setAtIndex(ValueLayout.ADDRESS, words.size(), MemorySegment.NULL);
        return array;
    }
}

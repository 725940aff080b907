package dev.switchboard.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.failure.Failure;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Gives a parser inputs that go bad in every way, the same ones each time, and counts what it says to them. */
final class Fuzzer {
    private static final long SEED = 20_260_105;
    private static final int LONGEST_SENTENCE = 4_000;

    /** Reads an input; may throw our own failures and nothing else. */
    interface Parser {
        void read(byte[] input) throws Exception;
    }

    private record Count(int tried, int refused) {
        Count plus(boolean refusal) {
            return new Count(tried + 1, refused + (refusal ? 1 : 0));
        }
    }

    private final Map<String, Map<InputCorruption, Count>> counts = new LinkedHashMap<>();
    private final Map<String, Long> milliseconds = new LinkedHashMap<>();

    void fuzz(String name, byte[] good, Parser parser) throws Exception {
        parser.read(good);
        SplittableRandom random = new SplittableRandom(SEED);
        Map<InputCorruption, Count> counted = new EnumMap<>(InputCorruption.class);
        long start = System.nanoTime();
        for (InputCorruption kind : InputCorruption.values()) {
            for (int i = 0; i < kind.times(); i++) {
                boolean refused = refuses(name, kind, kind.spoil(good, random), parser);
                counted.put(kind, counted.getOrDefault(kind, new Count(0, 0)).plus(refused));
            }
        }
        counts.put(name, counted);
        milliseconds.put(name, (System.nanoTime() - start) / 1_000_000);
    }

    private static boolean refuses(String name, InputCorruption kind, byte[] input, Parser parser) {
        try {
            parser.read(input);
            return false;
        } catch (Failure failure) {
            assertThat(failure.sentence()).as("what %s says to %s", name, kind).isNotBlank().hasSizeLessThan(LONGEST_SENTENCE);
            return true;
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            String begin = HexFormat.of().formatHex(input, 0, Math.min(input.length, 400));
            throw new AssertionError(name + " cannot stand an input of the kind " + kind + ": " + begin, e);
        }
    }

    int tried() {
        return counts.values().stream().flatMap(kinds -> kinds.values().stream()).mapToInt(Count::tried).sum();
    }

    /** A table of parsers by kinds: inputs tried, and how many of them were refused. */
    String table() {
        StringBuilder table = new StringBuilder("Bad inputs tried (refused in words), by parser and kind; the rest were still readable\n");
        table.append("%-20s".formatted("KIND"));
        counts.keySet().forEach(name -> table.append("%15s".formatted(name)));
        for (InputCorruption kind : InputCorruption.values()) {
            table.append("\n%-20s".formatted(kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
            counts.values().forEach(kinds -> {
                Count count = kinds.getOrDefault(kind, new Count(0, 0));
                table.append("%15s".formatted(count.tried() + " (" + count.refused() + ")"));
            });
        }
        table.append("\n%-20s".formatted("milliseconds"));
        milliseconds.values().forEach(time -> table.append("%15s".formatted(time)));
        return table.append("\n%d in all\n".formatted(tried())).toString();
    }
}

package dev.switchboard.bench.work;

import dev.switchboard.bench.run.Aim;
import dev.switchboard.bench.run.Benchmark;
import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Measurement;
import dev.switchboard.bench.run.Role;
import dev.switchboard.ui.shell.palette.PaletteEntry;
import dev.switchboard.ui.shell.palette.PaletteIndex;
import dev.switchboard.ui.shell.palette.PaletteProbe;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Types into the palette while it knows many users; the time for one key. */
final class SearchPalette implements Benchmark {
    private static final String LONGEST = "ms, longest key";
    private static final double A_FRAME = 16;

    @Override
    public String name() {
        return "palette";
    }

    @Override
    public String title(long size) {
        return "A key in the palette, %,d users".formatted(size);
    }

    @Override
    public List<Long> sizes() {
        return List.of(100_000L);
    }

    @Override
    public List<Aim> aims() {
        return List.of(Aim.atMost(LONGEST, A_FRAME, Role.OURS));
    }

    @Override
    public List<Contestant> contestants(long size) {
        List<String> titles = IntStream.range(0, (int) size).mapToObj(i -> "Person " + i + " @person" + i).toList();
        PaletteIndex index = new PaletteIndex(titles, i -> new PaletteEntry(titles.get(i), "", "", () -> {}));
        return List.of(new Contestant(Role.OURS, "", 1, () -> type(index, "person 9876")));
    }

    private static Measurement type(PaletteIndex index, String text) {
        long[] nanos = PaletteProbe.type(index, text);
        double longest = Arrays.stream(nanos).max().orElseThrow() / 1e6;
        return new Measurement(Arrays.stream(nanos).average().orElseThrow() / 1e9, Map.of(LONGEST, longest));
    }
}

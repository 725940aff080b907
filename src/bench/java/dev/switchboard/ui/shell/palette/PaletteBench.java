package dev.switchboard.ui.shell.palette;

import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.job.JobRunner;
import dev.switchboard.ui.common.UiJobs;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Types into the palette over many users: the processor time from a key to the list, with the search that a job does. */
public final class PaletteBench {
    private static final int WARM_UPS = 20;
    private static final int ROUNDS = 20;
    private static final List<String> TYPED = List.of("a", "an", "and", "andr", "andre", "andrew", "andre", "z", "zz", "user 99999", "");

    private PaletteBench() {}

    /**
     * The processor time of a key.
     *
     * @param median in milliseconds
     * @param percent95 in milliseconds
     * @param longest in milliseconds
     */
    public record Keys(int users, double median, double percent95, double longest) {}

    /** @param arguments the number of users; 100,000 without it */
    public static void main(String[] arguments) {
        Keys keys = measure(arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]));
        System.out.printf(Locale.ROOT, "palette: %,d users, a key takes %.2f ms (median), 95 %% under %.2f ms, longest %.2f ms%n",
                keys.users(), keys.median(), keys.percent95(), keys.longest());
    }

    /** Types each query several times. */
    public static Keys measure(int users) {
        UiJobs jobs = new UiJobs(JobRunner.onCallingThread(), Runnable::run, new FailureExplainer(List.of()));
        PaletteViewModel model = new PaletteViewModel();
        model.offer(IntStream.range(0, 30).mapToObj(i -> entry("Action " + i)).toList());
        List<String> titles = titles(users);
        model.offer(new PaletteIndex(titles, number -> entry(titles.get(number))), jobs.slot());
        double[] times = new double[ROUNDS * TYPED.size()];
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            for (int i = 0; i < TYPED.size(); i++) {
                long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                model.queryProperty().set(TYPED.get(i));
                if (round >= 0) {
                    times[round * TYPED.size() + i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
                }
            }
        }
        Arrays.sort(times);
        return new Keys(users, times[times.length / 2], times[(int) (times.length * 0.95)], times[times.length - 1]);
    }

    private static List<String> titles(int users) {
        List<String> names = List.of("Andrew", "Bayko", "Londo", "Ada", "Zoë", "Emre", "Mandy", "Ida", "Xi", "Jo");
        Random random = new Random(3);
        return IntStream.range(0, users).mapToObj(i -> names.get(random.nextInt(names.size())) + " User " + i + " @user" + i).toList();
    }

    private static PaletteEntry entry(String title) {
        return new PaletteEntry(title, "", "fth-user", () -> {});
    }
}

package dev.switchboard.bench;

import java.util.Arrays;
import java.util.Locale;

/** Times a piece of work several times over and keeps every figure. */
final class Timing {
    private final String what;
    private final double[] millis;

    private Timing(String what, double[] millis) {
        this.what = what;
        this.millis = millis;
    }

    static Timing of(String what, int warmUps, int runs, Runnable work) {
        for (int i = 0; i < warmUps; i++) {
            work.run();
        }
        double[] millis = new double[runs];
        for (int i = 0; i < runs; i++) {
            long started = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - started) / 1e6;
        }
        Arrays.sort(millis);
        return new Timing(what, millis);
    }

    double median() {
        return millis[millis.length / 2];
    }

    double longest() {
        return millis[millis.length - 1];
    }

    /** One line: what, median, longest, number of runs. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-62s %9.1f ms  longest %9.1f  of %d", what, median(), longest(), millis.length);
    }
}

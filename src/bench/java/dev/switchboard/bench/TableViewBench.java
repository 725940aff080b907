package dev.switchboard.bench;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.WindowState;
import dev.switchboard.ui.testing.Fx;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Scrolls, sorts and filters many items in the table of the window, in software rendering, and measures the pulses: the processor time of the
 * JavaFX thread and of the rendering thread from one to the next, which other programs on the machine do not change.
 */
public final class TableViewBench {
    private static final int FRAMES = 60;
    private static final int ATTRIBUTES = 5;

    private TableViewBench() {}

    /**
     * The pulses while one thing was done.
     *
     * @param work what was done
     * @param pulses how many there were
     * @param percent95 the processor time that 95 of 100 pulses stayed under, in milliseconds
     * @param longest that of the longest pulse, in milliseconds
     * @param whole how long the work took, in milliseconds
     */
    public record Pulses(String work, int pulses, double percent95, double longest, double whole) {}

    /** @param arguments the number of rows; a million without it */
    public static void main(String[] arguments) throws Exception {
        var _ = measure(arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]));
        System.exit(0);
    }

    /** Measures each kind of work on this many rows. */
    public static List<Pulses> measure(int count) throws Exception {
        Fx.start();
        long before = heap();
        List<Item> items = items(count);
        System.out.printf(Locale.ROOT, "table view: %,d rows hold %d bytes each%n", count, (heap() - before) / count);
        ObservableList<Item> source = FXCollections.observableList(items);
        FilteredList<Item> filtered = new FilteredList<>(source);
        WindowState state = new WindowState(SettingsFile.read(Files.createTempDirectory("switchboard-table").resolve("settings.json")));
        TableView<Item> table = Fx.onFx(() -> new TableView<>());
        SortedList<Item> shown = Fx.onFx(() -> show(table, filtered, state));
        VirtualFlow<?> flow = Fx.onFx(() -> (VirtualFlow<?>) table.lookup(".virtual-flow"));
        Random random = new Random(14);
        List<Pulses> found = new ArrayList<>();
        frames("warm-up", flow, frame -> flow.scrollPixels(40));
        found.add(frames("scroll line by line", flow, frame -> flow.scrollPixels(60)));
        found.add(frames("scroll to anywhere", flow, frame -> table.scrollTo(random.nextInt(count))));
        found.add(until("sort by text", () -> table.getSortOrder().setAll(List.of(table.getColumns().get(2))), () -> {
            Item first = shown.getFirst();
            Item last = shown.getLast();
            return display(first).compareTo(display(last)) < 0 && display(first).startsWith("message 0");
        }, shown));
        int before500 = count / 1_000;
        found.add(until("filter", () -> filtered.setPredicate(item -> display(item).contains("message 500")),
                () -> shown.size() < count && shown.size() >= before500 / 2, shown));
        found.add(until("clear the filter", () -> filtered.setPredicate(null), () -> shown.size() == count, shown));
        return found;
    }

    private static SortedList<Item> show(TableView<Item> table, FilteredList<Item> rows, WindowState state) {
        TableColumns<Item> columns = TableColumns.of(table, "bench", state);
        for (int i = 0; i < ATTRIBUTES; i++) {
            String name = "attribute" + i;
            columns.text(name, name, 180, item -> item.display(name), Comparator.comparing((Item item) -> item.display(name)));
        }
        SortedList<Item> shown = columns.show(rows);
        Stage stage = new Stage();
        stage.setScene(new Scene(table, 1_280, 800));
        stage.show();
        table.applyCss();
        table.layout();
        return shown;
    }

    private static String display(Item item) {
        return item.display("attribute2");
    }

    private static List<Item> items(int count) {
        Random random = new Random(7);
        List<Item> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Item.Builder item = Item.builder();
            for (int a = 0; a < ATTRIBUTES; a++) {
                item.string("attribute" + a, a == 2
                        ? String.format(Locale.ROOT, "message %03d %d", random.nextInt(1_000), i)
                        : "value " + a + " of " + i);
            }
            items.add(item.build());
        }
        return items;
    }

    private static Pulses frames(String work, VirtualFlow<?> flow, IntConsumer each) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(FRAMES);
        PulseClock clock = new PulseClock(() -> {
            if (end.getCount() > 0) {
                each.accept((int) end.getCount());
            }
            end.countDown();
        });
        return clock.during(work, () -> {}, end::await);
    }

    private interface Waiting {
        void await() throws InterruptedException;
    }

    private static Pulses until(String work, Runnable begin, Callable<Boolean> condition, SortedList<Item> shown)
            throws InterruptedException {
        PulseClock clock = new PulseClock(() -> {});
        return clock.during(work, begin,
                () -> Fx.waitFor(work, Bindings.createBooleanBinding(condition, shown)));
    }

    private static final class PulseClock extends AnimationTimer {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
        private final Runnable each;
        private final List<Double> millis = new ArrayList<>();
        private long @Nullable [] ids;
        private long former;

        PulseClock(Runnable each) {
            this.each = each;
        }

        private long processorTime() {
            if (ids == null) {
                ids = Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                        .filter(thread -> thread != null && thread.getThreadName().matches("JavaFX Application Thread|QuantumRenderer.*"))
                        .mapToLong(ThreadInfo::getThreadId)
                        .toArray();
            }
            return Arrays.stream(ids).map(THREADS::getThreadCpuTime).sum();
        }

        @Override
        public void handle(long now) {
            long at = processorTime();
            if (former != 0) {
                millis.add((at - former) / 1e6);
            }
            former = at;
            each.run();
        }

        Pulses during(String work, Runnable begin, Waiting waiting)
                throws InterruptedException {
            Fx.onFx(this::start);
            long from = System.nanoTime();
            Fx.onFx(begin);
            waiting.await();
            double whole = (System.nanoTime() - from) / 1e6;
            Thread.sleep(200);
            Fx.onFx(this::stop);
            double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            Pulses one = new Pulses(work, sorted.length, sorted[(int) (sorted.length * 0.95)], sorted[sorted.length - 1], whole);
            System.out.printf(Locale.ROOT, "table view: %-30s %5d pulses, 95 %% under %6.1f ms, longest %7.1f ms, all %8.0f ms%n",
                    one.work(), one.pulses(), one.percent95(), one.longest(), one.whole());
            return one;
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}

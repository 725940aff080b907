package dev.switchboard.ui.common.sorting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.collections.ListChangeListener.Change;
import javafx.collections.ObservableList;
import javafx.collections.transformation.TransformationList;
import org.jspecify.annotations.Nullable;

/**
 * Rows in an order that is computed on another thread and then shown at once, because sorting a million rows takes seconds. Until then, and for
 * rows that are added meanwhile, the former order stays. Used on the JavaFX thread only.
 *
 * @param <R> the type of a row, whose contents do not change
 */
public final class OrderedRows<R> extends TransformationList<R, R> {
    /** More rows than these are not sorted on the JavaFX thread, where they would take longer than a frame or two. */
    public static final int MANY = 10_000;

    private static final int[] AS_STORED = {};
    private final Executor worker;
    private final Executor fx;
    /** The index of each row in the source; rows after these are in the order of the source. */
    private int[] order = AS_STORED;
    /** The rows as they are shown, where they are not in the order of the source: a change has to tell what it replaces. */
    private List<R> shown = List.of();
    private @Nullable Comparator<R> comparator;
    private boolean sorting;
    /** Whether an order that is being computed is still that of the first rows of the source. */
    private boolean valid;

    /** Rows in the order of the source. */
    public OrderedRows(ObservableList<R> source) {
        this(source, task -> Thread.ofPlatform().daemon().name("switchboard-sort").start(task), Platform::runLater);
    }

    OrderedRows(ObservableList<R> source, Executor worker, Executor fx) {
        super(source);
        this.worker = worker;
        this.fx = fx;
    }

    /** Sorts the rows, now and after each change of the source; null restores the order of the source at once. */
    public void arrange(@Nullable Comparator<R> by) {
        comparator = by;
        valid = false;
        if (by == null) {
            reorder(AS_STORED);
        } else if (!sorting) {
            begin(by);
        }
    }

    private void begin(Comparator<R> by) {
        sorting = true;
        valid = true;
        @SuppressWarnings("unchecked") R[] rows = (R[]) getSource().toArray();
        worker.execute(() -> {
            int @Nullable [] computed = null;
            try {
                computed = order(rows, by);
            } finally {
                int @Nullable [] found = computed;
                fx.execute(() -> end(found));
            }
        });
    }

    private static <R> int[] order(R[] rows, Comparator<R> by) {
        Integer[] indexes = new Integer[rows.length];
        Arrays.setAll(indexes, i -> i);
        Arrays.sort(indexes, (a, b) -> by.compare(rows[a], rows[b]));
        return Arrays.stream(indexes).mapToInt(Integer::intValue).toArray();
    }

    /** @param computed null where the comparator failed */
    private void end(int @Nullable [] computed) {
        sorting = false;
        @Nullable Comparator<R> by = comparator;
        if (by == null || computed == null) {
            return;
        }
        if (valid) {
            reorder(computed);
        }
        if (!valid || order.length < getSource().size()) {
            begin(by);
        }
    }

    private void reorder(int[] next) {
        int size = size();
        if (next.length == 0 && order.length == 0) {
            return;
        }
        int[] places = new int[size];
        for (int i = 0; i < size; i++) {
            places[i < next.length ? next[i] : i] = i;
        }
        int[] moves = new int[size];
        for (int i = 0; i < size; i++) {
            moves[i] = places[getSourceIndex(i)];
        }
        List<R> rows = new ArrayList<>(size);
        for (int i = 0; next.length > 0 && i < size; i++) {
            rows.add(getSource().get(i < next.length ? next[i] : i));
        }
        beginChange();
        order = next;
        shown = rows;
        nextPermutation(0, size, moves);
        endChange();
    }

    @Override
    protected void sourceChanged(Change<? extends R> change) {
        boolean appends = appends(change);
        valid &= appends;
        beginChange();
        if (order.length == 0 || appends) {
            passOn(change);
        } else {
            List<R> former = shown;
            order = AS_STORED;
            shown = List.of();
            nextReplace(0, size(), former);
        }
        endChange();
        @Nullable Comparator<R> by = comparator;
        if (by != null && !sorting) {
            begin(by);
        }
    }

    private boolean appends(Change<? extends R> change) {
        boolean appends = true;
        while (change.next()) {
            appends &= change.wasAdded() && !change.wasRemoved() && change.getTo() == getSource().size();
        }
        change.reset();
        return appends;
    }

    private void passOn(Change<? extends R> change) {
        while (change.next()) {
            int from = change.getFrom();
            int to = change.getTo();
            if (change.wasPermutated()) {
                nextPermutation(from, to, IntStream.range(from, to).map(change::getPermutation).toArray());
            } else if (change.wasUpdated()) {
                IntStream.range(from, to).forEach(this::nextUpdate);
            } else {
                if (change.wasRemoved()) {
                    nextRemove(from, change.getRemoved());
                }
                if (change.wasAdded()) {
                    nextAdd(from, to);
                }
            }
            if (order.length > 0) {
                shown.addAll(change.getAddedSubList());
            }
        }
    }

    @Override
    public int getSourceIndex(int index) {
        return index < order.length ? order[index] : index;
    }

    @Override
    public int getViewIndex(int index) {
        return index >= order.length ? index : IntStream.range(0, order.length).filter(i -> order[i] == index).findFirst().orElse(-1);
    }

    @Override
    public R get(int index) {
        return getSource().get(getSourceIndex(index));
    }

    @Override
    public int size() {
        return getSource().size();
    }
}

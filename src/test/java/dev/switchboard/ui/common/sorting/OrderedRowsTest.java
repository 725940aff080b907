package dev.switchboard.ui.common.sorting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.switchboard.settings.SettingsFile;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.WindowState;
import dev.switchboard.ui.testing.Fx;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderedRowsTest {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final ObservableList<Integer> source = FXCollections.observableArrayList(3, 1, 2);
    private final OrderedRows<Integer> rows = new OrderedRows<>(source, work::add, Runnable::run);
    private final List<Integer> followed = new ArrayList<>(source);

    OrderedRowsTest() {
        rows.addListener((ListChangeListener<Integer>) change -> {
            while (change.next()) {
                if (change.wasPermutated()) {
                    List<Integer> before = List.copyOf(followed);
                    for (int i = change.getFrom(); i < change.getTo(); i++) {
                        followed.set(change.getPermutation(i), before.get(i));
                    }
                } else {
                    assertThat(followed.subList(change.getFrom(), change.getFrom() + change.getRemovedSize()))
                            .isEqualTo(change.getRemoved());
                    followed.subList(change.getFrom(), change.getFrom() + change.getRemovedSize()).clear();
                    followed.addAll(change.getFrom(), change.getAddedSubList());
                }
            }
        });
    }

    private void assertShown(Integer... wanted) {
        assertThat(rows).containsExactly(wanted);
        assertThat(followed).as("what the changes told").containsExactly(wanted);
        for (int i = 0; i < wanted.length; i++) {
            assertThat(rows.getViewIndex(rows.getSourceIndex(i))).isEqualTo(i);
        }
    }

    @Test
    void theFormerOrderStaysUntilTheNewOneIsComputed() {
        rows.arrange(Comparator.naturalOrder());
        assertShown(3, 1, 2);
        work.remove().run();
        assertShown(1, 2, 3);
        rows.arrange(Comparator.reverseOrder());
        assertShown(1, 2, 3);
        work.remove().run();
        assertShown(3, 2, 1);
        rows.arrange(null);
        assertShown(3, 1, 2);
        assertThat(work).isEmpty();
    }

    @Test
    void anOrderThatIsNotWantedAnyMoreIsNotShown() {
        rows.arrange(Comparator.naturalOrder());
        rows.arrange(Comparator.reverseOrder());
        work.remove().run();
        assertShown(3, 1, 2);
        work.remove().run();
        assertShown(3, 2, 1);
        rows.arrange(Comparator.naturalOrder());
        rows.arrange(null);
        work.remove().run();
        assertShown(3, 1, 2);
        assertThat(work).isEmpty();
    }

    @Test
    void rowsAddedWhileOthersAreSortedComeLastAndAreSortedNext() {
        rows.arrange(Comparator.naturalOrder());
        source.addAll(5, 4);
        work.remove().run();
        assertShown(1, 2, 3, 5, 4);
        source.add(0);
        assertShown(1, 2, 3, 5, 4, 0);
        work.remove().run();
        assertShown(1, 2, 3, 4, 5, 0);
        work.remove().run();
        assertShown(0, 1, 2, 3, 4, 5);
        assertThat(work).isEmpty();
    }

    @Test
    void rowsThatAreRemovedOrReplacedAreNotShown() {
        rows.arrange(Comparator.naturalOrder());
        work.remove().run();
        source.remove(0);
        assertShown(1, 2);
        source.setAll(9, 8, 7);
        assertShown(9, 8, 7);
        work.remove().run();
        assertShown(9, 8, 7);
        work.remove().run();
        assertShown(7, 8, 9);
        source.clear();
        assertShown();
        work.forEach(Runnable::run);
        assertShown();
    }

    @Test
    void aRowReplacedWhileOthersAreSortedIsNotTakenForTheFormerOne() {
        rows.arrange(Comparator.naturalOrder());
        source.set(1, 9);
        work.remove().run();
        assertShown(3, 9, 2);
        work.remove().run();
        assertShown(2, 3, 9);
    }

    @Test
    void afterAComparatorFailedTheRowsKeepTheirOrder() {
        rows.arrange((a, b) -> {
            throw new IllegalStateException("cannot be compared");
        });
        assertThatIllegalStateException().isThrownBy(() -> work.remove().run());
        assertShown(3, 1, 2);
        rows.arrange(Comparator.naturalOrder());
        work.remove().run();
        assertShown(1, 2, 3);
    }

    @Test
    void aTableOfManyRowsComparesNoneOnTheJavaFxThreadAndKeepsTheSelectedRow(@TempDir Path home) {
        ObservableList<Integer> many =
                FXCollections.observableArrayList(IntStream.range(0, OrderedRows.MANY + 1).map(i -> -i).boxed().toList());
        Set<Boolean> onFx = ConcurrentHashMap.newKeySet();
        try (WindowState state = new WindowState(SettingsFile.read(home.resolve("settings.json")))) {
            TableView<Integer> table = Fx.onFx(() -> new TableView<>());
            SortedList<Integer> shown = Fx.onFx(() -> TableColumns.of(table, "many", state)
                    .text("number", "Number", 100, String::valueOf, (a, b) -> {
                        onFx.add(Platform.isFxApplicationThread());
                        return Integer.compare(a, b);
                    })
                    .show(many));
            Fx.onFx(() -> {
                table.getSelectionModel().select(3);
                table.getSortOrder().add(table.getColumns().getFirst());
            });
            Fx.waitFor("the rows are sorted", Bindings.createBooleanBinding(() -> shown.getFirst() == -OrderedRows.MANY, shown));
            assertThat(Fx.onFx(() -> List.copyOf(shown))).isSorted();
            assertThat(Fx.onFx(() -> table.getSelectionModel().getSelectedItem())).isEqualTo(-3);
        }
        assertThat(onFx).containsExactly(false);
    }
}

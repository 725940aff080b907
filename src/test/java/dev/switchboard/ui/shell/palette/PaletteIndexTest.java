package dev.switchboard.ui.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.JobRunner;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.RecordedProgress;
import dev.switchboard.ui.common.UiJobs;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaletteIndexTest {
    private static final int USERS = 100_000;
    private final Queue<Runnable> answers = new ArrayDeque<>();

    private static PaletteIndex index(AtomicInteger made, String... titles) {
        return new PaletteIndex(List.of(titles), number -> {
            made.incrementAndGet();
            return entry(titles[number]);
        });
    }

    private static PaletteEntry entry(String title) {
        return new PaletteEntry(title, "", "fth-user", () -> {});
    }

    private static List<String> titles(List<PaletteEntry> entries) {
        return entries.stream().map(PaletteEntry::title).toList();
    }

    private static UiJobs jobs(Executor fx) {
        return new UiJobs(JobRunner.onCallingThread(), fx, new FailureExplainer(List.of()));
    }

    private void answer() {
        while (!answers.isEmpty()) {
            answers.remove().run();
        }
    }

    @Test
    void longerQueryIsSearchedAmongTheMatchesOfTheShorter() {
        PaletteIndex index = index(new AtomicInteger(), "@ada Ada Lindqvist", "@bruno Bruno Keller", "@dora Dora Petri");
        PaletteMatches short1 = index.search("d", null, 50, Progress.NONE);
        assertThat(short1.hits()).containsExactly(0, 2);
        assertThat(short1.narrows(index, "do")).isTrue();
        assertThat(index.search("do", short1, 50, Progress.NONE).best()).extracting(hit -> hit.entry().title())
                .containsExactly("@dora Dora Petri")
                .isEqualTo(index.search("do", null, 50, Progress.NONE).best().stream().map(hit -> hit.entry().title()).toList());
        assertThat(short1.narrows(index(new AtomicInteger(), "@ada"), "do")).as("another index").isFalse();
    }

    @Test
    void entriesAreMadeOnlyForWhatIsShownOfHundredThousandUsers() {
        AtomicInteger made = new AtomicInteger();
        List<String> titles = IntStream.range(0, USERS).mapToObj(i -> "@user" + i + " User Number " + i).toList();
        PaletteIndex index = new PaletteIndex(titles, number -> {
            made.incrementAndGet();
            return entry(titles.get(number));
        });
        PaletteViewModel model = new PaletteViewModel(TestPalette.recent());
        model.offer(index, jobs(Runnable::run).slot());
        model.queryProperty().set("@user9999");
        assertThat(titles(model.matches())).startsWith("@user9999 User Number 9999", "@user99990 User Number 99990").hasSize(50);
        assertThat(made.get()).isLessThan(200);
    }

    @Test
    void usersAreSearchedByAJobAndTheAnswerToAnOlderQueryIsDropped() {
        PaletteViewModel model = new PaletteViewModel(TestPalette.recent());
        model.offer(List.of(entry("Activity")));
        model.offer(index(new AtomicInteger(), "@ada Ada", "@bruno Bruno"), jobs(answers::add).slot());
        model.queryProperty().set("a");
        model.queryProperty().set("b");
        answer();
        assertThat(titles(model.matches())).containsExactly("@bruno Bruno");
    }

    @Test
    void enterWaitsForTheMatchesOfItsQuery() {
        PaletteViewModel model = new PaletteViewModel(TestPalette.recent());
        model.offer(List.of(entry("Activity"), entry("Database")));
        model.offer(index(new AtomicInteger(), "@bruno Bruno"), jobs(answers::add).slot());
        answer();
        assertThat(model.entry()).extracting(PaletteEntry::title).isEqualTo("Activity");
        model.queryProperty().set("bru");
        List<String> run = new ArrayList<>();
        model.whenReady(() -> run.add(model.entry().title()));
        assertThat(run).as("what is shown is of the query before").isEmpty();
        answer();
        assertThat(run).containsExactly("@bruno Bruno");
    }

    @Test
    void stoppedSearchEnds() {
        PaletteIndex index = index(new AtomicInteger(), "@ada Ada");
        Progress stopped = RecordedProgress.cancelledWhen(() -> true);
        assertThatThrownBy(() -> index.search("a", null, 50, stopped)).isInstanceOf(OperationCancelledException.class);
    }

    @Test
    void usersOfAClosedSessionAreForgotten() {
        PaletteViewModel model = new PaletteViewModel(TestPalette.recent());
        model.offer(List.of(entry("Activity")));
        model.offer(index(new AtomicInteger(), "@ada Ada"), jobs(Runnable::run).slot());
        assertThat(titles(model.matches())).contains("@ada Ada");
        model.forgetIndex();
        model.offer(List.of(entry("Activity")));
        assertThat(titles(model.matches())).containsExactly("Activity");
    }
}

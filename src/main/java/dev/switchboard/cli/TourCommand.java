package dev.switchboard.cli;

import dev.switchboard.environment.Home;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code tour}: the main job from nothing, on a home that is thrown away. */
@Command(name = "tour")
final class TourCommand implements Callable<Integer> {
    private static final Messages TEXT = Messages.of(TourCommand.class);
    private final Invocation invocation;

    TourCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("switchboard-tour");
        try {
            return invocation.asJob(progress -> tour(new Home(folder), progress));
        } finally {
            Folders.delete(folder);
        }
    }

    private int tour(Home home, Progress progress) throws Exception {
        List<TourStep> steps;
        try (Tour tour = new Tour(home, this::tell)) {
            tell(TEXT.get("tour.begins", home.root()));
            steps = tour.run(progress);
        }
        Map<String, @Nullable Object> document =
                Json.object("steps", steps.stream().map(TourStep::document).toList());
        if (invocation.json()) {
            invocation.print(document);
        }
        tell(TEXT.get("tour.ended", steps.size()));
        return ExitStatus.DONE;
    }

    /** With {@code --json} the words go where notes go, so that standard output holds the one document. */
    private void tell(String line) {
        if (invocation.json()) {
            invocation.note(line);
        } else {
            invocation.print(line);
        }
    }
}

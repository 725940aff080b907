package dev.switchboard.cli;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.file.PrivateFiles;
import dev.switchboard.job.Progress;
import dev.switchboard.local.DirectoryDeleter;
import dev.switchboard.settings.Home;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tour}: runs the main workflow in a temporary home. */
@Command(name = "tour")
final class TourCommand implements Callable<Integer> {
    private static final Messages TEXT = Messages.of(TourCommand.class);
    private final Invocation invocation;

    @Option(names = "--pictures", paramLabel = "DIR")
    private @Nullable Path pictures;

    TourCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = PrivateFiles.createTemporaryDirectory("switchboard-tour");
        try {
            return invocation.asJob(progress -> tour(new Home(folder), progress));
        } catch (Exception e) {
            if (invocation.isInterrupted()) {
                throw new OperationCancelledException(TEXT.get("tour.stopped"), null, e);
            }
            throw e;
        } finally {
            DirectoryDeleter.delete(folder);
        }
    }

    private int tour(Home home, Progress progress) throws Exception {
        List<TourStep> steps;
        try (Tour tour = new Tour(home, this::printLine)) {
            printLine(TEXT.get("tour.begins", home.root()));
            steps = tour.run(progress);
            @Nullable Path folder = pictures;
            if (folder != null) {
                progress.stopIfCancelled();
                var _ = tour.step(TEXT.get("tour.pictures"), () -> savePictures(tour, folder));
            }
        }
        Map<String, @Nullable Object> document =
                Json.object("steps", steps.stream().map(TourStep::document).toList(), "pictures", pictures);
        if (invocation.json()) {
            invocation.print(document);
        }
        printLine(TEXT.get("tour.ended", steps.size()));
        return ExitStatus.DONE;
    }

    private List<String> savePictures(Tour tour, Path folder) {
        int drawn = invocation.uiLauncher().drawPictures(tour.session(), folder).size();
        return List.of(TEXT.get("tour.drawn", drawn, folder.toAbsolutePath().normalize()));
    }

    /** Prints a line. With {@code --json}, it is printed as a note, so that standard output contains only the document. */
    private void printLine(String line) {
        if (invocation.json()) {
            invocation.note(line);
        } else {
            invocation.say(line);
        }
    }
}

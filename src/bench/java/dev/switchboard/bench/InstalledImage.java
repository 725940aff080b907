package dev.switchboard.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The image that the build made, taken apart, so that another program can be started as it starts.
 *
 * @param launcher what the operator starts
 * @param app the folder of its jars and its caches
 * @param options those of its launcher, without the cache
 * @param jars its class path
 */
record InstalledImage(Path launcher, Path app, List<String> options, String jars) {
    private static final Pattern OPTION = Pattern.compile("'(-[^']*)'");
    private static final Pattern JARS = Pattern.compile("-cp \"([^\"]*)\"");

    /** Empty where no image was made, or one with another launcher than Linux's script. */
    static Optional<InstalledImage> of(Path target) throws IOException {
        Path root = target.resolve("package/image/switchboard");
        Path launcher = root.resolve("bin/switchboard");
        if (!Files.isExecutable(launcher)) {
            return Optional.empty();
        }
        Path app = root.resolve("lib/app");
        String call = String.join(" ", Files.readAllLines(launcher).stream().dropWhile(line -> !line.startsWith("exec ")).toList());
        List<String> options = OPTION.matcher(call).results().map(found -> found.group(1)).toList();
        Matcher jars = JARS.matcher(call);
        return jars.find()
                ? Optional.of(new InstalledImage(launcher, app, options, jars.group(1).replace("$app", app.toString())))
                : Optional.empty();
    }

    /**
     * The command that starts another main class with the image's runtime, options and class path.
     *
     * @param further the class path's end
     * @param more options, such as a cache
     */
    List<String> command(Path further, List<String> more, String mainClass, String... words) {
        List<String> whole = new ArrayList<>(List.of(app.resolveSibling("runtime/bin/java").toString()));
        whole.addAll(options);
        whole.addAll(more);
        whole.addAll(List.of("-cp", jars + File.pathSeparator + further, mainClass));
        whole.addAll(Stream.of(words).toList());
        return whole;
    }
}

package dev.switchboard.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds local DynamoDB programs: dynoxide, bundled, on the PATH or downloaded by the build; then DynamoDB Local. */
class DynamoDbPrograms {
    private static final Pattern LOCAL_VERSION = Pattern.compile("DynamoDBLocal-([0-9.]+)\\.jar");

    private final Host host;

    DynamoDbPrograms(Host host) {
        this.host = host;
    }

    /** Returns the programs found, preferred first. */
    List<DynamoDbProgram> all() throws IOException {
        List<DynamoDbProgram> found = new ArrayList<>();
        for (Path place : dynoxidePlaces()) {
            Path binary = place.resolve(host.program("dynoxide"));
            if (Files.isExecutable(binary)) {
                found.add(new DynamoDbProgram.Dynoxide(binary, version(binary)));
                break;
            }
        }
        for (Path build : builds()) {
            Path classPath = build.resolve("dynamodb-local.classpath");
            if (Files.isRegularFile(classPath)) {
                found.add(dynamoDbLocal(Files.readString(classPath).strip()));
                break;
            }
        }
        return found;
    }

    private List<Path> dynoxidePlaces() {
        List<Path> places = new ArrayList<>();
        @Nullable Path code = codeFolder();
        if (code != null) {
            places.add(code.resolve("engines"));
        }
        @Nullable String path = System.getenv("PATH");
        if (path != null) {
            Stream.of(path.split(Pattern.quote(File.pathSeparator))).filter(p -> !p.isBlank()).map(Path::of).forEach(places::add);
        }
        builds().forEach(build -> places.add(build.resolve("dynoxide")));
        return places;
    }

    /** The build's target folder: as the build names it, otherwise the folder that contains this program's classes or jar. */
    private static List<Path> builds() {
        List<Path> builds = new ArrayList<>();
        @Nullable String named = System.getProperty("switchboard.build");
        if (named != null) {
            builds.add(Path.of(named));
        }
        @Nullable Path code = codeFolder();
        if (code != null) {
            builds.add(code);
        }
        return builds;
    }

    /**
     * The folder that contains this program's jar or classes folder, which is first on the class path. The code source of a class
     * is not suitable because a class from the AOT cache reports the location where the cache was trained.
     */
    private static @Nullable Path codeFolder() {
        String first = System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), 2)[0];
        return first.isEmpty() ? null : Path.of(first).toAbsolutePath().normalize().getParent();
    }

    private static String version(Path dynoxide) throws IOException {
        String output = CommandRunner.output(List.of(dynoxide.toString(), "--version"));
        return output.startsWith("dynoxide ") ? output : "dynoxide";
    }

    private DynamoDbProgram dynamoDbLocal(String classPath) {
        Matcher version = LOCAL_VERSION.matcher(classPath);
        String title = version.find() ? "DynamoDB Local " + version.group(1) : "DynamoDB Local";
        Path java = Path.of(System.getProperty("java.home"), "bin", host.program("java"));
        return new DynamoDbProgram.DynamoDbLocal(java, classPath, title);
    }
}

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

/** Finds the programs that speak DynamoDB: dynoxide first, bundled, on the PATH or fetched by the build; then DynamoDB Local. */
class DynamoDbPrograms {
    private static final Pattern LOCAL_VERSION = Pattern.compile("DynamoDBLocal-([0-9.]+)\\.jar");

    private final Host host;

    DynamoDbPrograms(Host host) {
        this.host = host;
    }

    /** What is there, best first. */
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

    /** The build's target folder: as the build names it, else where our own classes or jar are. */
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
     * The folder that our jar, or our folder of classes, lies in: it comes first on the class path. The code source of a class would
     * be the wrong thing to ask, since one from a cache names the place where the cache was trained.
     */
    private static @Nullable Path codeFolder() {
        String first = System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), 2)[0];
        return first.isEmpty() ? null : Path.of(first).toAbsolutePath().normalize().getParent();
    }

    private static String version(Path dynoxide) throws IOException {
        String said = CommandRunner.output(List.of(dynoxide.toString(), "--version"));
        return said.startsWith("dynoxide ") ? said : "dynoxide";
    }

    private DynamoDbProgram dynamoDbLocal(String classPath) {
        Matcher version = LOCAL_VERSION.matcher(classPath);
        String title = version.find() ? "DynamoDB Local " + version.group(1) : "DynamoDB Local";
        Path java = Path.of(System.getProperty("java.home"), "bin", host.program("java"));
        return new DynamoDbProgram.DynamoDbLocal(java, classPath, title);
    }
}

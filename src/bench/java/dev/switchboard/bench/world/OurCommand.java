package dev.switchboard.bench.world;

import dev.switchboard.bench.run.Attempt;
import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Role;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line: of the image where it was made, otherwise on the class path with the same options of the JVM. */
public final class OurCommand {
    private final List<String> start;
    private final Path home;
    private final URI endpoint;
    private final Path folder;

    OurCommand(Path home, URI endpoint, Path folder) {
        this.home = home;
        this.endpoint = endpoint;
        this.folder = folder;
        Path build = Path.of(System.getProperty("switchboard.build", "target"));
        Path launcher = build.resolve("package/image/switchboard/bin/switchboard");
        start = Files.isExecutable(launcher)
                ? List.of(launcher.toString())
                : List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:TieredStopAtLevel=1", "-Xmx1g", "-Dsun.net.httpserver.nodelay=true", "-Dswitchboard.build=" + build, "-cp",
                        System.getProperty("java.class.path"), "dev.switchboard.Switchboard");
    }

    /** How it is started, in words. */
    public String form() {
        return start.size() == 1 ? "the image" : "java -cp, without start-up caches";
    }

    /** A run of a command on the engines of the world. Findings are a success. */
    public Attempt run(String... words) {
        List<String> command = new ArrayList<>(start);
        command.addAll(List.of("--endpoint", endpoint.toString(), "--region", "us-east-1"));
        command.addAll(List.of(words));
        return () -> Programs.run(command, Map.of("SWITCHBOARD_HOME", home.toString()), folder.resolve("command.out"), 0, 4);
    }

    /** A run of a command as a contestant. */
    public Contestant contestant(long items, String... words) {
        return new Contestant(Role.COMMAND, String.join(" ", words[0], words[1]), items, run(words));
    }
}

package dev.switchboard.bench.world;

import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an operator would otherwise use, where it is installed. */
public final class Rivals {
    private final Path folder;
    private final boolean aws = Programs.onPath("aws").isPresent();
    private final boolean boto3 = Programs.hasBoto3();

    Rivals(Path folder) {
        this.folder = folder;
    }

    /**
     * A command of the AWS CLI.
     *
     * @param words the service and the operation first
     */
    public Contestant aws(long items, String... words) {
        String name = "aws " + words[0] + " " + words[1];
        if (!aws) {
            return Contestant.absent(Role.RIVAL, name, "not installed");
        }
        List<String> command = new ArrayList<>(List.of("aws"));
        command.addAll(List.of(words));
        command.addAll(List.of("--output", "json"));
        return new Contestant(Role.RIVAL, name, items, () -> Programs.run(command, Map.of(), folder.resolve("aws.out"), 0));
    }

    /** A Python script that uses boto3. */
    public Contestant boto3(String name, long items, String script, String... arguments) {
        if (!boto3) {
            return Contestant.absent(Role.RIVAL, name, "not installed");
        }
        List<String> command = new ArrayList<>(List.of("python3", "-c", script));
        command.addAll(List.of(arguments));
        return new Contestant(Role.RIVAL, name, items, () -> Programs.run(command, Map.of(), folder.resolve("boto3.out"), 0));
    }
}

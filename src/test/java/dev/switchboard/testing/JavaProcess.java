package dev.switchboard.testing;

import dev.switchboard.local.PostgresEngine;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The commands of tests that start a Java process of their own. Such a process ends within seconds, so it compiles with the first
 * compiler only, and takes what it loads at its start from an AOT cache that the first such test of a build makes.
 */
public final class JavaProcess {
    /** What a process that lives for seconds is best started with. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final int TRAINING_MINUTES = 2;

    /** A class path, and the options that belong to it. */
    private record Start(String classPath, List<String> options) {}

    private JavaProcess() {}

    /** The same class path for every process, so that the cache fits it. */
    public static String classPath() {
        return Cached.START.classPath();
    }

    /** The Java program and its options, without a class path, for a test that hands it over in the environment. */
    public static List<String> java(String... options) {
        List<String> command = new ArrayList<>(List.of(program("java")));
        command.addAll(SHORT_LIVED);
        command.addAll(Cached.START.options());
        command.addAll(List.of(options));
        return command;
    }

    /** The Java program with the class path and a class to run. */
    public static List<String> java(List<String> options, String mainClass, String... arguments) {
        List<String> command = java(options.toArray(String[]::new));
        command.addAll(List.of("-cp", classPath(), mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    /** A program of the JDK that runs the tests. */
    public static String program(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** Made when the first process is started. */
    private static final class Cached {
        static final Start START = start();

        private static Start start() {
            String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            try {
                return prepared(own);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Start(own, List.of());
            }
        }

        /** A cache holds for jars only, so the folders of classes become one. It lies where they lie, as a program may look there. */
        private static Start prepared(String own) throws IOException, InterruptedException {
            List<Path> folders = Stream.of(own.split(File.pathSeparator)).map(Path::of).filter(Files::isDirectory).toList();
            if (folders.isEmpty()) {
                return new Start(own, List.of());
            }
            Path build = Path.of(System.getProperty("switchboard.build"));
            try (FileChannel file = FileChannel.open(build.resolve("test-processes.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                file.lock();
                String name = "test-processes-%08x".formatted(fingerprint(own, folders));
                Path jar = build.resolve(name + ".jar");
                Path cache = build.resolve(name + ".aot");
                List<String> path = new ArrayList<>(List.of(jar.toString()));
                Stream.of(own.split(File.pathSeparator)).filter(entry -> !folders.contains(Path.of(entry))).forEach(path::add);
                Start start = new Start(String.join(File.pathSeparator, path), List.of("-XX:AOTCache=" + cache));
                if (Files.notExists(jar)) {
                    deleteEarlier(build);
                    pack(folders, jar);
                    train(start.classPath(), cache);
                }
                return Files.exists(cache) ? start : new Start(start.classPath(), List.of());
            }
        }

        private static void deleteEarlier(Path build) throws IOException {
            try (Stream<Path> files = Files.list(build)) {
                for (Path file : files.filter(path -> path.getFileName().toString().matches("test-processes-.*")).toList()) {
                    Files.delete(file);
                }
            }
        }

        /** Tells one state of the classes from another. */
        private static long fingerprint(String classPath, List<Path> folders) throws IOException {
            TreeMap<String, String> files = new TreeMap<>();
            for (Path folder : folders) {
                try (Stream<Path> found = Files.walk(folder)) {
                    for (Path file : found.filter(Files::isRegularFile).toList()) {
                        files.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
                    }
                }
            }
            CRC32 sum = new CRC32();
            sum.update((classPath + files).getBytes(StandardCharsets.UTF_8));
            return sum.getValue();
        }

        private static void pack(List<Path> folders, Path jar) throws IOException {
            Path fresh = jar.resolveSibling(jar.getFileName() + ".unfinished");
            Set<String> names = new HashSet<>();
            try (OutputStream out = Files.newOutputStream(fresh); ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.setLevel(1);
                for (Path folder : folders) {
                    try (Stream<Path> found = Files.walk(folder)) {
                        for (Path file : found.filter(Files::isRegularFile).toList()) {
                            String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                            if (names.add(name)) {
                                zip.putNextEntry(new ZipEntry(name));
                                Files.copy(file, zip);
                            }
                        }
                    }
                }
            }
            Files.move(fresh, jar, StandardCopyOption.ATOMIC_MOVE);
        }

        /** Runs a command that asks every service. Where it makes no cache, the tests run without. */
        private static void train(String classPath, Path cache) throws IOException, InterruptedException {
            List<String> command = List.of(program("java"), "-XX:AOTCacheOutput=" + cache, "-XX:TieredStopAtLevel=1", "-cp", classPath,
                    "dev.switchboard.Switchboard", "doctor");
            Path home = Files.createTempDirectory(cache.getParent(), "training-home");
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.redirectOutput(home.resolve("training.log").toFile());
            builder.environment().put("SWITCHBOARD_HOME", home.toString());
            builder.environment().put("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString());
            PostgresEngine postgres = TestEngines.freshDatabase();
            builder.environment().put("CONNECTION_URL", postgres.url());
            builder.environment().put("PGPASSWORD", postgres.password());
            Process training = builder.start();
            if (!training.waitFor(TRAINING_MINUTES, TimeUnit.MINUTES)) {
                training.destroyForcibly().waitFor();
            }
            TestFolders.delete(home);
        }
    }
}

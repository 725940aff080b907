package dev.switchboard.local;

import java.util.Locale;

/**
 * The machine as the engines see it.
 *
 * @param system {@code linux}, {@code darwin} or {@code windows}
 * @param arch as Java spells it: {@code amd64}, {@code x86_64}, {@code aarch64}
 * @param user whose this process is
 */
record Host(String system, String arch, String user) {
    static Host current() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.contains("mac") ? "darwin" : os.contains("windows") ? "windows" : "linux";
        return new Host(system, System.getProperty("os.arch"), System.getProperty("user.name"));
    }

    boolean windows() {
        return system.equals("windows");
    }

    /** The name of a program's file. */
    String program(String name) {
        return windows() ? name + ".exe" : name;
    }

    /** Whether this process is root's, as which PostgreSQL refuses to run. */
    boolean root() {
        return !windows() && user.equals("root");
    }
}

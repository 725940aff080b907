package dev.switchboard.local;

import java.util.Locale;

/**
 * The platform that the engines run on.
 *
 * @param system {@code linux}, {@code darwin} or {@code windows}
 * @param arch the Java name: {@code amd64}, {@code x86_64}, {@code aarch64}
 * @param user the user that this process runs as
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

    /** The file name of a program. */
    String program(String name) {
        return windows() ? name + ".exe" : name;
    }

    /** Whether this process runs as root, which PostgreSQL refuses. */
    boolean root() {
        return !windows() && user.equals("root");
    }
}

import java.util.List;

/**
 * A start-up cache beside the jars. Its classes are all loaded when the program starts, so commands have one of their own without
 * the window's, where a launcher can choose.
 *
 * @param file its name
 * @param parts what the program rehearses for it
 */
record AotCache(String file, List<String> parts) {
    /** The cache that jpackage's launcher knows, which takes one only. */
    static final String MAIN = "switchboard.aot";

    static final String COMMANDS = "commands.aot";

    /** What this platform's launcher can use. */
    static List<AotCache> all() {
        return PackageLayout.linux()
                ? List.of(new AotCache(MAIN, List.of("window")), new AotCache(COMMANDS, List.of("commands")))
                : List.of(new AotCache(MAIN, List.of("commands", "window")));
    }
}

package dev.switchboard.launch;

/**
 * The jar's main class. Compiled for Java 11, so that an older Java can load it and say in one sentence which one is needed,
 * where it would otherwise die with an UnsupportedClassVersionError.
 */
public final class Launcher {
    private static final int NEEDED = 25;

    private Launcher() {}

    public static void main(String[] args) throws Throwable {
        int found = Runtime.version().feature();
        if (found < NEEDED) {
            System.err.println("Switchboard needs Java " + NEEDED + " and was started with Java " + found
                    + ": call a newer one by its full path, such as /usr/lib/jvm/<jdk-25>/bin/java -jar …");
            System.exit(1);
        }
        try {
            Class.forName("dev.switchboard.Switchboard").getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

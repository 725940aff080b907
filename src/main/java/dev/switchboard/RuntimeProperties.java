package dev.switchboard;

import org.slf4j.LoggerFactory;
import org.slf4j.helpers.Reporter;

/** The system properties that Java and libraries read once, when they are first used; one that is set on the command line stays. */
final class RuntimeProperties {
    /**
     * How many platform threads carry the virtual ones; Java’s default is the number of processors. A virtual thread that waits for a
     * monitor while a class is loaded or initialized keeps its carrier (JEP 491), and Java adds none. With two processors, two jobs that
     * loaded classes once kept both from the virtual thread that was to leave the monitor, and the JavaFX thread waited for it too: the
     * window stood still for good. As many jobs as these never load classes at once.
     */
    private static final int CARRIERS = 64;

    private RuntimeProperties() {}

    /** Sets them. To be called before the first virtual thread and the first logger. */
    static void set() {
        setIfAbsent("jdk.virtualThreadScheduler.parallelism", Integer.toString(CARRIERS));
        // Otherwise SLF4J looks through every library for a provider; and it is not to tell that it did not.
        setIfAbsent(LoggerFactory.PROVIDER_PROPERTY_KEY, "org.slf4j.jul.JULServiceProvider");
        setIfAbsent(Reporter.SLF4J_INTERNAL_VERBOSITY_KEY, "WARN");
    }

    private static void setIfAbsent(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}

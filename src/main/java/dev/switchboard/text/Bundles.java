package dev.switchboard.text;

import java.util.Locale;
import java.util.ResourceBundle;

/** Loads the resource bundles of the program, which are properties files in UTF-8 and in one language. */
public final class Bundles {
    /** With a control of its own, Java does not look through every library for a provider of one, which costs each start 30 ms. */
    private static final ResourceBundle.Control PROPERTIES =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Bundles() {}

    /**
     * Returns a bundle, which is loaded once.
     *
     * @param name the package of the properties file, a dot, and the file's name without its ending
     * @throws java.util.MissingResourceException if there is no such file
     */
    public static ResourceBundle load(String name, ClassLoader loader) {
        // The root locale: a search for messages_en.properties would open every library too.
        return ResourceBundle.getBundle(name, Locale.ROOT, loader, PROPERTIES);
    }
}

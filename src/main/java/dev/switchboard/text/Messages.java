package dev.switchboard.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The messages of one package, from the {@code messages.properties} of that package or of the nearest enclosing package. The
 * patterns are those of {@link MessageFormat}. An apostrophe must be the typographic one because {@code MessageFormat} uses the
 * plain one for quoting.
 */
public final class Messages {
    private final ResourceBundle bundle;

    private Messages(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * Returns the messages for the package of a class.
     *
     * @throws java.util.MissingResourceException if neither the package nor an enclosing one has messages
     */
    public static Messages of(Class<?> anchor) {
        return new Messages(bundle(anchor));
    }

    /** Returns the same messages as a resource bundle, for an FXML loader. */
    public static ResourceBundle bundle(Class<?> anchor) {
        String place = anchor.getPackageName();
        ClassLoader loader = anchor.getClassLoader();
        while (place.contains(".") && loader.getResource(place.replace('.', '/') + "/messages.properties") == null) {
            place = place.substring(0, place.lastIndexOf('.'));
        }
        return ResourceBundle.getBundle(place + ".messages", Locale.ENGLISH, loader);
    }

    /**
     * Formats a message. Numbers are written with a thousands separator; pass a year or a port number as a String.
     *
     * @throws java.util.MissingResourceException if the key was not found
     */
    public String get(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
    }
}

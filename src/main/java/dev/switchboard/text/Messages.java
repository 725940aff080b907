package dev.switchboard.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one package, from the {@code messages.properties} of that package or of the nearest enclosing package. The
 * patterns are those of {@link MessageFormat}. An apostrophe must be the typographic one because {@code MessageFormat} uses the
 * plain one for quoting.
 */
public final class Messages {
    private final Class<?> anchor;
    private volatile @Nullable ResourceBundle bundle;

    private Messages(Class<?> anchor) {
        this.anchor = anchor;
    }

    /**
     * Returns the messages for the package of a class. They are read when the first is asked for: a start loads many classes that have
     * something to say only later, and a package without messages of its own is looked for in every library.
     */
    public static Messages of(Class<?> anchor) {
        return new Messages(anchor);
    }

    /**
     * Returns the same messages as a resource bundle, for an FXML loader.
     *
     * @throws java.util.MissingResourceException if neither the package nor an enclosing one has messages
     */
    public static ResourceBundle bundle(Class<?> anchor) {
        String place = anchor.getPackageName();
        ClassLoader loader = anchor.getClassLoader();
        while (place.contains(".") && loader.getResource(place.replace('.', '/') + "/messages.properties") == null) {
            place = place.substring(0, place.lastIndexOf('.'));
        }
        return Bundles.load(place + ".messages", loader);
    }

    /**
     * Formats a message. Numbers are written with a thousands separator; pass a year or a port number as a String.
     *
     * @throws java.util.MissingResourceException if the key was not found, or neither the package nor an enclosing one has messages
     */
    public String get(String key, Object... arguments) {
        ResourceBundle messages = bundle;
        if (messages == null) {
            messages = bundle(anchor);
            bundle = messages;
        }
        String pattern = messages.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
    }
}

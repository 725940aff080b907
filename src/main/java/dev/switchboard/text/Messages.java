package dev.switchboard.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of one package, from the {@code messages.properties} beside its classes, or from that of the nearest enclosing package.
 * Patterns are those of {@link MessageFormat}; an apostrophe in a text is the typographic one, because the plain one quotes there.
 */
public final class Messages {
    private final ResourceBundle bundle;

    private Messages(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The texts of the package of a class.
     *
     * @throws java.util.MissingResourceException where neither that package nor one around it has texts
     */
    public static Messages of(Class<?> anchor) {
        return new Messages(bundle(anchor));
    }

    /** The same texts as a bundle, which an FXML loader requires. */
    public static ResourceBundle bundle(Class<?> anchor) {
        String place = anchor.getPackageName();
        ClassLoader loader = anchor.getClassLoader();
        while (place.contains(".") && loader.getResource(place.replace('.', '/') + "/messages.properties") == null) {
            place = place.substring(0, place.lastIndexOf('.'));
        }
        return ResourceBundle.getBundle(place + ".messages", Locale.ENGLISH, loader);
    }

    /**
     * One text with its arguments filled in. Numbers are written with a thousands separator; pass a year or a port as a String.
     *
     * @throws java.util.MissingResourceException where there is no such key
     */
    public String get(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
    }
}

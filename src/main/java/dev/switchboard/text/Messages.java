package dev.switchboard.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of one package, from the {@code messages.properties} that lies beside its classes. Patterns are those of
 * {@link MessageFormat}; an apostrophe in a text is the typographic one, because the plain one quotes there.
 */
public final class Messages {
    private final ResourceBundle bundle;

    private Messages(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The texts that lie beside a class.
     *
     * @throws java.util.MissingResourceException where the class's package has no texts
     */
    public static Messages of(Class<?> anchor) {
        return new Messages(bundle(anchor));
    }

    /** The same texts as a bundle, as an FXML loader wants them. */
    public static ResourceBundle bundle(Class<?> anchor) {
        return ResourceBundle.getBundle(anchor.getPackageName() + ".messages", Locale.ENGLISH, anchor.getClassLoader());
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

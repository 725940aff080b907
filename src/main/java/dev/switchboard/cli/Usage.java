package dev.switchboard.cli;

import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the usage help, which picocli looks up by its own keys. */
final class Usage {
    private Usage() {}

    static ResourceBundle bundle() {
        return ResourceBundle.getBundle(Usage.class.getPackageName() + ".usage", Locale.ENGLISH, Usage.class.getClassLoader());
    }
}

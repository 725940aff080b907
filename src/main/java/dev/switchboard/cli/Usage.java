package dev.switchboard.cli;

import dev.switchboard.text.Bundles;
import java.util.ResourceBundle;

/** The texts of the usage help, which picocli looks up by its own keys. */
final class Usage {
    private Usage() {}

    static ResourceBundle bundle() {
        return Bundles.load(Usage.class.getPackageName() + ".usage", Usage.class.getClassLoader());
    }
}

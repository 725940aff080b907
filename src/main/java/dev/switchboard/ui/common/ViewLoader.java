package dev.switchboard.ui.common;

import dev.switchboard.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads FXML: {@code FooController} uses {@code Foo.fxml} in its package and the messages of its package. */
public final class ViewLoader {
    private ViewLoader() {}

    /** Loads a screen. The supplier creates the controller; a layout with another controller is rejected. */
    public static <C extends ScreenController> LoadedView load(Class<C> type, Supplier<C> controller) {
        FXMLLoader loader = loader(type, controller);
        Parent root = read(loader);
        return new LoadedView(root, Objects.requireNonNull(loader.<C>getController()));
    }

    /** Loads a part of a screen or the content of a dialog. */
    public static <C> Parent fragment(Class<C> type, C controller) {
        return read(loader(type, () -> controller));
    }

    private static <C> FXMLLoader loader(Class<C> type, Supplier<C> controller) {
        String name = type.getSimpleName().replaceFirst("Controller$", "") + ".fxml";
        URL layout = Objects.requireNonNull(type.getResource(name), () -> name + " is missing beside " + type.getName());
        FXMLLoader loader = new FXMLLoader(layout, Messages.bundle(type));
        loader.setClassLoader(type.getClassLoader());
        loader.setControllerFactory(asked -> {
            if (asked != type) {
                throw new IllegalStateException(layout + " names " + asked.getName() + ", expected " + type.getName());
            }
            return controller.get();
        });
        return loader;
    }

    private static Parent read(FXMLLoader loader) {
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot load " + loader.getLocation(), e);
        }
    }
}

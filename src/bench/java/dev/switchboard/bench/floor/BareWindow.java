package dev.switchboard.bench.floor;

import dev.switchboard.ui.common.Fonts;
import dev.switchboard.ui.common.Theme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * A window of the same stack with nothing of the program in it but its fonts, its theme and its style sheet: the floor of the first
 * picture, which it prints as the program logs it. With the argument {@code once} it ends then, which trains a cache.
 */
public final class BareWindow extends Application {
    private static final String VIEW = """
            <?xml version="1.0" encoding="UTF-8"?>
            <?import javafx.scene.control.Button?>
            <?import javafx.scene.control.Label?>
            <?import javafx.scene.control.ToggleButton?>
            <?import javafx.scene.layout.BorderPane?>
            <?import javafx.scene.layout.HBox?>
            <?import javafx.scene.layout.VBox?>
            <BorderPane xmlns:fx="http://javafx.com/fxml">
              <top><HBox spacing="8"><ToggleButton text="dev"/><ToggleButton text="prd"/><Button text="Search"/></HBox></top>
              <left><VBox><Label text="One"/><Label text="Two"/><Label text="Three"/></VBox></left>
              <center><Label text="Nothing"/></center>
            </BorderPane>
            """;

    /** Opens it. */
    public static void main(String[] arguments) {
        launch(BareWindow.class, arguments);
        System.exit(0);
    }

    @Override
    public void init() {
        Fonts.load();
    }

    @Override
    public void start(Stage stage) throws IOException {
        Theme.use(false);
        Parent root = new FXMLLoader().load(new ByteArrayInputStream(VIEW.getBytes(StandardCharsets.UTF_8)));
        Scene scene = new Scene(root, 1240, 800);
        Theme.dress(scene);
        stage.setScene(scene);
        scene.addPostLayoutPulseListener(new Runnable() {
            private int pulses;

            @Override
            public void run() {
                pulses++;
                if (pulses == 2) {
                    scene.removePostLayoutPulseListener(this);
                    drawn();
                } else {
                    Platform.requestNextPulse();
                }
            }
        });
        stage.show();
    }

    private void drawn() {
        Instant started = ProcessHandle.current().info().startInstant().orElseThrow();
        System.out.println("First frame shown after " + Duration.between(started, Instant.now()).toMillis() + " ms");
        if (getParameters().getRaw().contains("once")) {
            Platform.exit();
        }
    }
}

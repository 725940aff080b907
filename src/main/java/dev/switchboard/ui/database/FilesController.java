package dev.switchboard.ui.database;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Clipboards;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;

/** Shows the SQL files of the setup. */
final class FilesController {
    private static final Messages TEXT = Messages.of(FilesController.class);
    private final LatestJobRunner reading;

    @FXML private StateOverlay overlay;

    @FXML private ToggleButton schema;

    @FXML private ToggleButton seed;

    @FXML private TextArea text;

    @FXML private Button copy;

    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    FilesController(UiContext context) {
        reading = context.jobs().slot();
    }

    @FXML
    void initialize() {
        schema.setOnAction(event -> read("schema.sql"));
        seed.setOnAction(event -> read("seed.sql"));
        copy.setOnAction(event -> Clipboards.copy(text.getText()));
    }

    /** Loads a file from the resources of the program. */
    void read(String name) {
        schema.setSelected(name.equals("schema.sql"));
        seed.setSelected(name.equals("seed.sql"));
        reading.start(
                TEXT.get("files.reading", name),
                progress -> content(name),
                read -> {
                    text.setText(read);
                    text.setScrollTop(0);
                    overlay.stateProperty().set(ViewState.CONTENT);
                },
                failure -> overlay.stateProperty().set(new ViewState.LoadFailure(failure, () -> read(name))));
    }

    private static String content(String name) throws IOException {
        try (InputStream in = FilesController.class.getResourceAsStream("/db/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

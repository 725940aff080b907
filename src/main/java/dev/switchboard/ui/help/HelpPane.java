package dev.switchboard.ui.help;

import dev.switchboard.manual.Manual;
import dev.switchboard.manual.ManualHit;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Tooltips;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.common.WindowState;
import java.util.Objects;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The manual at the right of the window: a page or the results of a search, the search field, and the way back. */
final class HelpPane {
    private static final Messages TEXT = Messages.of(HelpPane.class);
    private static final String WIDTH = "help.width";
    private static final double USUAL_WIDTH = 360;
    private final WindowState state;
    private final DoubleProperty width;
    private final BorderPane root = new BorderPane();
    private final Button back = icon("help-back", "fth-arrow-left", TEXT.get("back"));
    private final Button contents = icon("help-contents", "fth-list", TEXT.get("contents"));
    private final Button close = icon("help-close", "fth-x", TEXT.get("close"));
    private final TextField search = new TextField();
    private final ScrollPane page = new ScrollPane();
    private final ListView<ManualHit> results = new ListView<>();
    private final Label none = new Label();
    private Runnable closing = () -> {};
    private @Nullable HelpViewModel model;
    private String wanted = Manual.CONTENTS;

    /**
     * @param jobs reads the pages
     * @param state keeps the width
     */
    HelpPane(UiJobs jobs, WindowState state) {
        this.state = state;
        width = new SimpleDoubleProperty(state.number(WIDTH, USUAL_WIDTH));
        BorderPane content = new BorderPane();
        content.setTop(new VBox(header(), searchField()));
        content.setCenter(body());
        root.getStyleClass().add("help-pane");
        root.getStylesheets().add(Objects.requireNonNull(HelpPane.class.getResource("help.css")).toExternalForm());
        root.setCenter(content);
        root.setLeft(edge());
        jobs.start(TEXT.get("reading"), progress -> {
            Manual manual = new Manual();
            manual.readAll();
            return manual;
        }, this::show, failure -> {
            none.setText(failure.sentence());
            none.setVisible(true);
        });
    }

    private static Button icon(String id, String literal, String name) {
        Button button = Tooltips.name(new Button("", new FontIcon(literal)), name);
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon");
        return button;
    }

    private Node header() {
        Label title = new Label(TEXT.get("title"));
        title.getStyleClass().add("section-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(back, title, space, contents, close);
        header.getStyleClass().add("help-header");
        back.setDisable(true);
        close.setOnAction(event -> closing.run());
        return header;
    }

    private Node searchField() {
        search.setId("help-search");
        search.setPromptText(TEXT.get("search"));
        search.setAccessibleText(TEXT.get("search"));
        search.setOnAction(event -> openResult(results.getItems().isEmpty() ? null : results.getItems().getFirst()));
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN && !results.getItems().isEmpty()) {
                results.requestFocus();
                results.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        VBox box = new VBox(search);
        box.getStyleClass().add("help-search");
        return box;
    }

    private Node body() {
        page.setId("help-page");
        page.setFitToWidth(true);
        page.getStyleClass().add("plain-scroll");
        page.setAccessibleText(TEXT.get("page"));
        results.setId("help-results");
        results.setAccessibleText(TEXT.get("results"));
        results.setCellFactory(list -> new HelpResultCell());
        results.getStyleClass().addAll("plain", "help-results");
        results.setOnMouseClicked(event -> openResult(results.getSelectionModel().getSelectedItem()));
        results.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openResult(results.getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
        none.getStyleClass().add("text-muted");
        none.setWrapText(true);
        results.setVisible(false);
        none.setVisible(false);
        return new StackPane(page, results, none);
    }

    /** The left edge, which the mouse moves. */
    private Node edge() {
        Region edge = new Region();
        edge.getStyleClass().add("help-edge");
        edge.setCursor(Cursor.E_RESIZE);
        edge.setOnMouseDragged(event -> {
            Bounds bounds = root.localToScene(root.getBoundsInLocal());
            width.set(bounds.getMaxX() - event.getSceneX());
        });
        edge.setOnMouseReleased(event -> state.set(WIDTH, String.valueOf(Math.round(root.getWidth()))));
        return edge;
    }

    private void show(Manual manual) {
        HelpViewModel shown = new HelpViewModel(manual);
        model = shown;
        back.disableProperty().bind(shown.hasBackProperty().not());
        back.setOnAction(event -> shown.back());
        contents.setOnAction(event -> shown.openScreen(Manual.CONTENTS));
        search.textProperty().bindBidirectional(shown.queryProperty());
        shown.placeProperty().addListener((observable, old, now) -> showPage(shown));
        shown.hitsProperty().addListener((observable, old, now) -> results.getItems().setAll(now));
        shown.queryProperty().subscribe(query -> {
            boolean searching = !query.isBlank();
            results.setVisible(searching && !results.getItems().isEmpty());
            none.setVisible(searching && results.getItems().isEmpty());
            none.setText(TEXT.get("none", query.strip()));
            page.setVisible(!searching);
        });
        shown.openScreen(wanted);
        showPage(shown);
    }

    private void showPage(HelpViewModel shown) {
        HelpPlace place = shown.placeProperty().get();
        HelpPageView view = new HelpPageView(shown.page(), place.words(), shown::follow);
        page.setContent(view.node());
        // The heights are only known after the layout.
        root.applyCss();
        root.layout();
        page.setVvalue(view.position(place.anchor(), page.getViewportBounds().getHeight()));
    }

    private void openResult(@Nullable ManualHit hit) {
        HelpViewModel shown = model;
        if (hit != null && shown != null) {
            shown.open(hit);
            page.requestFocus();
        }
    }

    /** The part of the window. */
    Region node() {
        return root;
    }

    /** The wanted width. */
    DoubleProperty widthProperty() {
        return width;
    }

    /** Tells what closes the pane. */
    void onClose(Runnable action) {
        closing = action;
    }

    /** Shows the page of a screen as soon as the manual is read. */
    void open(String screenId) {
        wanted = screenId;
        HelpViewModel shown = model;
        if (shown != null) {
            shown.openScreen(screenId);
        }
        search.requestFocus();
    }
}

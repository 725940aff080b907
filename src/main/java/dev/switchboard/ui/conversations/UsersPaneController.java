package dev.switchboard.ui.conversations;

import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.users.User;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** Binds the list of users. */
final class UsersPaneController {
    private final ConversationUsersViewModel model;

    @FXML private Label count;
    @FXML private TextField filter;
    @FXML private StateOverlay overlay;
    @FXML private ListView<User> list;

    UsersPaneController(ConversationUsersViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        list.setCellFactory(ignored -> new UserCell(model.counts()));
        list.setItems(model.shown());
        SelectionLink.link(list.getSelectionModel(), model.shown(), model.chosen());
        filter.textProperty().bindBidirectional(model.filterProperty());
        // The Down and Enter keys move from the filter to the list.
        filter.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                list.requestFocus();
                if (list.getSelectionModel().isEmpty() || event.getCode() == KeyCode.ENTER) {
                    list.getSelectionModel().selectFirst();
                }
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                filter.clear();
                event.consume();
            }
        });
        overlay.stateProperty().bind(model.stateProperty());
        count.textProperty().bind(Bindings.createStringBinding(this::countText, model.all(), model.shown()));
    }

    private String countText() {
        int shown = model.shown().size();
        int all = model.all().size();
        if (all == 0) {
            return "";
        }
        return shown == all ? Formats.count(all) : Formats.count(shown) + " / " + Formats.count(all);
    }

    @FXML
    void refresh() {
        model.load();
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }
}

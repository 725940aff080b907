package dev.switchboard.ui.users;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.WindowState;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** The columns of the list of users. */
final class UsersColumns {
    private static final Messages TEXT = Messages.of(UsersColumns.class);
    private static final int SHORT_ID = 18;

    private UsersColumns() {}

    static TableColumns<UserRow> build(TableView<UserRow> view, WindowState state) {
        return TableColumns.of(view, "users", state)
                .text("handle", TEXT.get("column.handle"), 170, UserRow::shownHandle)
                .text("name", TEXT.get("column.name"), 190, UserRow::displayName)
                .text("email", TEXT.get("column.email"), 230, UserRow::email)
                .node("cognito", TEXT.get("column.cognito"), 200, UserRow::cognitoId, UsersColumns::id)
                .node("state", TEXT.get("column.state"), 150, row -> row.state().title(), UsersColumns::pill);
    }

    private static Node id(UserRow row) {
        Label label = new Label(shortened(row.cognitoId()));
        label.getStyleClass().add("mono");
        if (!row.cognitoId().isEmpty()) {
            String both = row.previous().isEmpty() ? row.cognitoId() : TEXT.get("id.changed", row.cognitoId(), row.previous());
            label.setTooltip(new Tooltip(both));
        }
        return label;
    }

    /** The first and last characters of a long ID. */
    static String shortened(String id) {
        return id.length() <= SHORT_ID ? id : id.substring(0, 8) + "…" + id.substring(id.length() - 8);
    }

    private static Node pill(UserRow row) {
        Label pill = new Label(row.state().title());
        pill.getStyleClass().addAll("pill", row.state().style());
        pill.setTooltip(new Tooltip(row.state().meaning()));
        return pill;
    }
}

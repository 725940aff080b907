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

    /** The widths keep their proportions in a narrower window, and fit titles and pills down to 800 pixels together. */
    static TableColumns<UserRow> build(TableView<UserRow> view, WindowState state) {
        return TableColumns.of(view, "users", state)
                .text("handle", TEXT.get("column.handle"), 108, UserRow::shownHandle)
                .text("name", TEXT.get("column.name"), 152, UserRow::displayName)
                .text("email", TEXT.get("column.email"), 202, UserRow::email)
                .node("postgres-id", TEXT.get("column.postgres-id"), 232, UserRow::postgresId, row -> id(row.postgresId(), "id.none"))
                .node("pool-id", TEXT.get("column.pool-id"), 208, UserRow::poolId, 
                        row -> id(row.poolId(), row.state().isCompared() ? "id.none" : "id.not-compared"))
                .node("state", TEXT.get("column.state"), 196, row -> row.state().title(), UsersColumns::pill);
    }

    /** @param otherwise the key of the text without an ID */
    private static Node id(String id, String otherwise) {
        if (id.isEmpty()) {
            Label none = new Label(TEXT.get(otherwise));
            none.getStyleClass().add("text-muted");
            return none;
        }
        Label label = new Label(shortened(id));
        label.getStyleClass().add("mono");
        label.setTooltip(new Tooltip(id));
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

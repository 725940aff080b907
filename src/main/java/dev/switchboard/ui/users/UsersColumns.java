package dev.switchboard.ui.users;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.WindowState;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** The columns of the list of users. */
final class UsersColumns {
    private static final Messages TEXT = Messages.of(UsersColumns.class);
    private static final int SHORT_ID = 18;
    /** The width of an ID as {@link #shortened}. */
    private static final double ID_WIDTH = 142;
    private static final double ROOM_FOR_TITLES = 900;

    private UsersColumns() {}

    static TableColumns<UserRow> build(TableView<UserRow> view, WindowState state) {
        TableColumns<UserRow> columns = TableColumns.of(view, "users", state)
                .text("handle", TEXT.get("column.handle"), 80, UserRow::shownHandle)
                .text("name", TEXT.get("column.name"), 116, UserRow::displayName)
                .text("email", TEXT.get("column.email"), 160, UserRow::email)
                .node("postgres-id", TEXT.get("column.postgres-id.short"), ID_WIDTH, UserRow::postgresId,
                        row -> id(row.postgresId(), "id.none"))
                .node("pool-id", TEXT.get("column.pool-id.short"), ID_WIDTH, UserRow::poolId,
                        row -> id(row.poolId(), row.state().isCompared() ? "id.none" : "id.not-compared"))
                .node("state", TEXT.get("column.state"), 146, row -> row.state().title(), UsersColumns::pill);
        for (TableColumn<UserRow, ?> column : view.getColumns()) {
            switch (column.getId()) {
                case "postgres-id" -> title(view, column, TEXT.get("column.postgres-id"));
                case "pool-id" -> title(view, column, TEXT.get("column.pool-id"));
                default -> {}
            }
        }
        return columns;
    }

    /** Gives a column its full title while the table has room for it. */
    private static void title(TableView<UserRow> view, TableColumn<UserRow, ?> column, String full) {
        String narrow = column.getText();
        column.textProperty().bind(view.widthProperty().map(width -> width.doubleValue() < ROOM_FOR_TITLES ? narrow : full));
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

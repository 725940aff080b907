package dev.switchboard.ui.common.diff;

import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.explorer.edit.AttributeChange;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.grid.GridColumn;
import dev.switchboard.ui.common.grid.GridSettings;
import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The attributes in which two versions of an item differ, with both values. */
public final class AttributeChangesTable extends TableView<AttributeChange> {
    private static final Messages TEXT = Messages.of(AttributeChangesTable.class);
    private static final int LONGEST = 500;
    private final ObservableList<AttributeChange> rows = FXCollections.observableArrayList();
    private String absentBefore = TEXT.get("changes.missing");
    private String absentAfter = TEXT.get("changes.missing");

    /**
     * Creates an empty table.
     *
     * @param before the title of the column of the former values
     * @param after the title of the column of the later values
     */
    public AttributeChangesTable(String before, String after) {
        setAccessibleText(TEXT.get("changes.accessible"));
        setPlaceholder(new Label(TEXT.get("changes.none")));
        TableColumns<AttributeChange> columns = TableColumns.of(this, "differences", GridSettings.inMemory()).enterShowsRow();
        columns.add(column("attribute", TEXT.get("changes.attribute"), 110, AttributeChange::path));
        columns.add(column("before", before, 150, change -> words(change.before(), absentBefore)));
        columns.add(column("after", after, 150, change -> words(change.after(), absentAfter)));
        columns.show(rows);
    }

    /** Shows these changes instead. */
    public void show(List<AttributeChange> changes) {
        show(changes, TEXT.get("changes.missing"), TEXT.get("changes.missing"));
    }

    /**
     * Shows these changes instead.
     *
     * @param noBefore says why there is no former value, such as because it is not known
     * @param noAfter says why there is no later value
     */
    public void show(List<AttributeChange> changes, String noBefore, String noAfter) {
        absentBefore = noBefore;
        absentAfter = noAfter;
        rows.setAll(changes);
    }

    private static GridColumn<AttributeChange> column(String id, String title, double width, Function<AttributeChange, String> text) {
        return GridColumn.<AttributeChange>text(id, title, width, change -> line(text.apply(change)))
                .withWhole(GridColumn.nullable(text));
    }

    private static String words(@Nullable TypedValue value, String absent) {
        return value == null ? absent : ShortValues.of(value);
    }

    /** Returns a text on one line, shortened. */
    public static String line(String text) {
        String whole = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return whole.replace("\r", "").replace('\n', ' ');
    }
}

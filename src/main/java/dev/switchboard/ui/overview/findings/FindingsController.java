package dev.switchboard.ui.overview.findings;

import dev.switchboard.doctor.data.Finding;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewLoader;
import dev.switchboard.ui.common.row.RowOpener;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** Binds the table of the findings of a check. */
public final class FindingsController {
    private static final Messages TEXT = Messages.of(FindingsController.class);
    private static final double SUBJECT_WIDTH = 180;
    private static final double DETAIL_WIDTH = 420;

    /** What the screen does that has the table. */
    public interface Host {
        /** Goes back to the checks. */
        void back();

        /** Shows what the repair of these findings would write. */
        void repair(FindingsViewModel model, List<Finding> chosen);
    }

    private final UiContext context;
    private final FindingsViewModel model;
    private final Host host;
    @FXML private Button back;
    @FXML private Label title;
    @FXML private Label detail;
    @FXML private TextField filter;
    @FXML private Button open;
    @FXML private Button repair;
    @FXML private Button export;
    @FXML private TableView<Finding> table;
    @FXML private Label footer;

    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    private FindingsController(UiContext context, FindingsViewModel model, Host host) {
        this.context = context;
        this.model = model;
        this.host = host;
    }

    /** Loads the table. */
    public static LoadedFindings load(UiContext context, FindingsViewModel model, Host host) {
        FindingsController controller = new FindingsController(context, model, host);
        return new LoadedFindings(ViewLoader.fragment(FindingsController.class, controller), controller);
    }

    /** The table with its controller. */
    public record LoadedFindings(Parent root, FindingsController controller) {}

    @FXML
    void initialize() {
        back.setOnAction(event -> host.back());
        title.setText(model.check().title());
        detail.setText(model.detail());
        filter.textProperty().bindBidirectional(model.filterProperty());
        columns();
        BooleanBinding none = Bindings.isEmpty(table.getSelectionModel().getSelectedItems());
        open.disableProperty().bind(none);
        open.setOnAction(event -> openSelected());
        repair.disableProperty().bind(none);
        NodeVisibility.when(repair, new SimpleBooleanProperty(model.check().repairable()));
        repair.setOnAction(event -> host.repair(model, List.copyOf(table.getSelectionModel().getSelectedItems())));
        export.setOnAction(event -> model.export());
        footer.textProperty().bind(model.shownText());
    }

    private void columns() {
        TableColumns<Finding> columns = TableColumns.<Finding>of(table, "findings." + model.check().id(), context.state())
                .hints((column, finding) -> column.equals("detail") ? finding.detail() : finding.subject(column))
                .text("detail", TEXT.get("column.detail"), DETAIL_WIDTH, Finding::detail);
        for (String name : model.names()) {
            columns.mono(name, title(name), SUBJECT_WIDTH, finding -> finding.subject(name));
        }
        columns.json(FindingsFile::toJson).show(model.rows());
        table.setPlaceholder(new Label(TEXT.get("none")));
        RowOpener.install(table, model::open);
        table.getSelectionModel().selectedItemProperty().subscribe((@Nullable Finding chosen) -> menu(chosen));
    }

    /** The heading of a part of the subjects; one that is not known here is named as it is. */
    private static String title(String name) {
        return switch (name) {
            case "group" -> TEXT.get("column.group");
            case "user" -> TEXT.get("column.user");
            case "message" -> TEXT.get("column.message");
            case "handle" -> TEXT.get("column.handle");
            case "sub" -> TEXT.get("column.sub");
            case "key" -> TEXT.get("column.key");
            default -> name;
        };
    }

    private void openSelected() {
        Finding chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.open(chosen);
        }
    }

    /** The places where the chosen finding can be looked at are in front of the items that copy. */
    private void menu(@Nullable Finding chosen) {
        ContextMenu menu = table.getContextMenu();
        menu.getItems().removeIf(item -> "target".equals(item.getUserData()));
        if (chosen == null) {
            return;
        }
        List<FindingTarget> targets = FindingOpener.targets(chosen);
        if (!targets.isEmpty()) {
            menu.getItems().addFirst(marked(new SeparatorMenuItem()));
        }
        targets.reversed().forEach(target -> {
            MenuItem item = new MenuItem(TEXT.get("open." + target));
            item.setOnAction(event -> model.open(chosen, target));
            menu.getItems().addFirst(marked(item));
        });
    }

    private static MenuItem marked(MenuItem item) {
        item.setUserData("target");
        return item;
    }

    /** Moves the focus to the filter. */
    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /** The findings that are selected, by what they are about. */
    public Set<Map<String, String>> chosen() {
        return table.getSelectionModel().getSelectedItems().stream().map(Finding::subject).collect(Collectors.toSet());
    }

    /** Selects the findings about these, where they are still there. */
    public void choose(Set<Map<String, String>> subjects) {
        for (int index = 0; index < table.getItems().size() && !subjects.isEmpty(); index++) {
            if (subjects.contains(table.getItems().get(index).subject())) {
                table.getSelectionModel().select(index);
            }
        }
    }

    /** The findings that are shown. */
    public FindingsViewModel model() {
        return model;
    }
}

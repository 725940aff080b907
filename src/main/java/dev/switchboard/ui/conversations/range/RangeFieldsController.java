package dev.switchboard.ui.conversations.range;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.DateFields;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.ViewLoader;
import java.time.LocalDate;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Binds the fields for the start and end of a custom range. */
public final class RangeFieldsController {
    private static final Messages TEXT = Messages.of(RangeFieldsController.class);
    private final RangeViewModel model;

    @FXML private DatePicker sinceDay;
    @FXML private TextField sinceTime;
    @FXML private DatePicker untilDay;
    @FXML private TextField untilTime;
    @FXML private Label hint;
    @FXML private Button apply;

    private RangeFieldsController(RangeViewModel model) {
        this.model = model;
    }

    /** Binds a combo box to a range and adds the fields for a custom range to the holder when they are first needed. */
    public static void install(RangeViewModel model, ComboBox<RangeChoice> chooser, Pane holder) {
        chooser.getItems().setAll(model.choices());
        chooser.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable RangeChoice choice) {
                return choice == null ? "" : choice.title();
            }

            @Override
            public RangeChoice fromString(String title) {
                throw new UnsupportedOperationException("The chooser is not editable");
            }
        });
        chooser.valueProperty().bindBidirectional(model.choiceProperty());
        NodeVisibility.when(holder, model.choiceProperty().map(choice -> choice instanceof RangeChoice.Between));
        holder.visibleProperty().subscribe(visible -> {
            // Date pickers are slow to create and seldom needed.
            if (visible && holder.getChildren().isEmpty()) {
                holder.getChildren().add(ViewLoader.fragment(RangeFieldsController.class, new RangeFieldsController(model)));
            }
        });
    }

    @FXML
    void initialize() {
        bind(sinceDay, sinceTime, model.sinceDayProperty(), model.sinceTimeProperty());
        bind(untilDay, untilTime, model.untilDayProperty(), model.untilTimeProperty());
        hint.textProperty().bind(Bindings.createStringBinding(this::hint, model.problemProperty(), model.pendingProperty(), model.zone()));
        model.problemProperty().subscribe(problem -> {
            hint.getStyleClass().setAll("label", problem.isEmpty() ? "field-hint" : "field-error");
            apply.setDisable(!problem.isEmpty());
        });
    }

    private void bind(DatePicker day, TextField time, javafx.beans.property.ObjectProperty<@Nullable LocalDate> days,
            javafx.beans.property.StringProperty times) {
        DateFields.iso(day);
        day.valueProperty().bindBidirectional(days);
        time.textProperty().bindBidirectional(times);
        time.setOnAction(event -> apply());
    }

    private String hint() {
        String problem = model.problemProperty().get();
        if (!problem.isEmpty()) {
            return problem;
        }
        return TEXT.get(model.pendingProperty().get() ? "range.pending" : "range.hint", Formats.zone(model.zone().getValue()));
    }

    @FXML
    void apply() {
        model.apply();
    }
}

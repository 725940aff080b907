package dev.switchboard.ui.items.query;

import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.explorer.query.PlanParser;
import dev.switchboard.explorer.query.PlanPrinter;
import dev.switchboard.failure.InvalidInputException;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * A query as a form and as a text, in step: what is changed in one appears in the other as soon as it is valid, and what is not valid is
 * left as it was entered, with the reason. JavaFX thread only.
 */
public final class QueryViewModel {
    private final QueryForm form = new QueryForm();
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable ReadPlan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private boolean updating;
    /** Whether the text was entered last, so that it is what counts once the table is known. */
    private boolean typed;

    public QueryViewModel() {
        form.onChange(this::formChanged);
        text.addListener((observable, old, now) -> textChanged());
        formChanged();
    }

    private void formChanged() {
        if (!updating) {
            typed = false;
            update(() -> {
                ReadPlan made = form.plan();
                text.set(PlanPrinter.print(made));
                return made;
            });
        }
    }

    private void textChanged() {
        if (!updating) {
            typed = true;
            update(() -> {
                @Nullable TableDetails known = form.detailsProperty().get();
                boolean same = known != null && known.name().equals(PlanParser.table(text.get()));
                ReadPlan parsed = form.checked(PlanParser.parse(text.get(), same ? known : null, Map.of()));
                form.load(parsed);
                return parsed;
            });
        }
    }

    /** Determines a plan. */
    private interface Source {
        ReadPlan get();
    }

    private void update(Source source) {
        updating = true;
        try {
            plan.set(source.get());
            error.set("");
        } catch (InvalidInputException e) {
            plan.set(null);
            error.set(Objects.requireNonNullElse(e.sentence(), ""));
        } finally {
            updating = false;
        }
    }

    /** Shows a query or scan. */
    public void load(ReadPlan loaded) {
        text.set(PlanPrinter.print(loaded));
    }

    /** Says what is known of the table that is chosen; null for nothing. */
    public void know(@Nullable TableDetails details) {
        boolean byText = typed;
        updating = byText;
        try {
            form.know(details);
        } finally {
            updating = false;
        }
        if (byText) {
            textChanged();
        }
    }

    /** The text of the query, editable. */
    public StringProperty textProperty() {
        return text;
    }

    /** The query that the form and the text describe; null while they are not valid. */
    public ReadOnlyObjectProperty<@Nullable ReadPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** Why there is no query; empty if there is one. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** The table that is chosen, or null. */
    public ObjectProperty<@Nullable String> tableProperty() {
        return form.tableProperty();
    }

    /** What is known of the table, or null. */
    public ReadOnlyObjectProperty<@Nullable TableDetails> detailsProperty() {
        return form.detailsProperty();
    }

    /** The names of the indexes of the table. */
    public ObservableList<String> indexes() {
        return form.indexes();
    }

    QueryForm form() {
        return form;
    }
}

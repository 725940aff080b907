package dev.switchboard.ui.common.transfer;

import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.transfer.ConflictMode;
import dev.switchboard.transfer.mask.MaskMode;
import dev.switchboard.ui.common.LockedNote;
import dev.switchboard.ui.common.UiContext;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.layout.VBox;

/** The content of the dialog that copies items. */
final class CopyForm extends VBox {
    private static final Messages TEXT = Messages.of(CopyForm.class);

    CopyForm(UiContext context, CopyFormViewModel form) {
        FormGrid grid = new FormGrid();
        LockedNote locked = new LockedNote();
        locked.follow(context.lock());
        locked.visibleProperty().unbind();
        locked.visibleProperty().bind(locked(context, form));
        grid.wide(locked);
        grid.note(new ReadOnlyStringWrapper(form.subject().what()));
        grid.choice("copy-environment", "copy.environment", Environment.class, form.environmentProperty(), Environment::code);
        grid.text("copy-table", "copy.table", form.tableProperty(), "");
        grid.choice("copy-mask", "copy.mask", MaskMode.class, form.maskProperty(), CopyForm::words);
        grid.note(form.maskProperty().map(mask -> TEXT.get("mask.hint." + mask.code())), "text-muted");
        grid.choice("copy-conflict", "import.conflict", ConflictMode.class, form.conflictProperty(), CopyForm::words);
        if (form.subject().isScan()) {
            grid.text("copy-segments", "form.segments", form.segmentsProperty(), "1");
        }
        grid.text("copy-rate", "form.write-rate", form.rateProperty(), TEXT.get("form.rate.prompt"));
        grid.note(new ReadOnlyStringWrapper(form.estimate()), "text-muted");
        grid.note(form.errorProperty(), "field-error");
        getChildren().setAll(grid);
    }

    /** Whether the copy writes to this environment, which is locked. Another environment is unlocked for the copy alone. */
    static BooleanBinding locked(UiContext context, CopyFormViewModel form) {
        return Bindings.createBooleanBinding(
                () -> form.isSame() && !context.lock().openProperty().get(), form.environmentProperty(), context.lock().openProperty());
    }

    private static String words(MaskMode mask) {
        return TEXT.get("mask." + mask.code());
    }

    private static String words(ConflictMode mode) {
        return TEXT.get("conflict." + mode.name().toLowerCase(Locale.ROOT));
    }
}

package dev.switchboard.ui.common.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FormErrorsTest {
    private TextField name;
    private TextField owner;
    private Button cancel;
    private Label nameError;
    private Label ownerError;
    private VBox form;
    private FormErrors errors;
    private Stage stage;

    @BeforeEach
    void open() {
        Fx.onFx(() -> {
            name = new TextField();
            owner = new TextField();
            cancel = new Button("Cancel");
            nameError = new Label();
            ownerError = new Label();
            form = new VBox(name, nameError, new HBox(owner), ownerError);
            errors = new FormErrors(form);
            errors.add(nameError, required(name), name);
            errors.add(ownerError, required(owner), owner.getParent());
        });
        stage = Screenshots.show(Fx.onFx(() -> new VBox(form, cancel)), 300, 200);
        Fx.onFx(name::requestFocus);
    }

    private static javafx.beans.binding.StringBinding required(TextField field) {
        return Bindings.createStringBinding(() -> field.getText().isBlank() ? "Required." : "", field.textProperty());
    }

    private static void focus(javafx.scene.Node node) {
        Fx.onFx(node::requestFocus);
    }

    @AfterEach
    void close() {
        Fx.onFx(stage::hide);
    }

    @Test
    void aFormThatWasJustOpenedShowsNoError() {
        assertThat(nameError.isVisible()).isFalse();
        assertThat(nameError.isManaged()).isFalse();
        assertThat(name.getPseudoClassStates()).doesNotContain(PseudoClass.getPseudoClass("invalid"));
    }

    @Test
    void theErrorOfAnEditedFieldIsShownAndTakenBack() {
        Fx.onFx(() -> name.setText("a"));
        Fx.onFx(name::clear);
        assertThat(nameError.getText()).isEqualTo("Required.");
        assertThat(name.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("invalid"));
        assertThat(name.getAccessibleHelp()).isEqualTo("Required.");
        assertThat(ownerError.isVisible()).as("of another field").isFalse();
        Fx.onFx(() -> name.setText("a"));
        assertThat(nameError.isVisible()).isFalse();
        assertThat(name.getAccessibleHelp()).isNull();
    }

    @Test
    void theErrorOfAFieldThatWasLeftForAnotherIsShown() {
        focus(owner);
        assertThat(nameError.isVisible()).isTrue();
        assertThat(ownerError.isVisible()).as("is being filled in").isFalse();
        focus(name);
        assertThat(ownerError.isVisible()).isTrue();
    }

    @Test
    void aButtonBelowTheFormDoesNotMoveAwayUnderThePointer() {
        focus(cancel);
        assertThat(nameError.isVisible()).isFalse();
    }

    @Test
    void submittingShowsEverythingAndLeadsToTheFirstError() {
        focus(cancel);
        Fx.onFx(errors::submit);
        assertThat(nameError.isVisible()).isTrue();
        assertThat(ownerError.isVisible()).isTrue();
        assertThat(Fx.onFx(name::isFocused)).isTrue();
        Fx.onFx(() -> {
            name.setText("a");
            errors.submit();
        });
        assertThat(Fx.onFx(owner::isFocused)).isTrue();
    }

    @Test
    void aDialogFindsTheErrorsAtItsContent() {
        assertThat(FormErrors.of(form)).isSameAs(errors);
        assertThat(FormErrors.of(cancel)).isNull();
    }
}

package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.manual.Manual;
import dev.switchboard.settings.Environment;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual at the right of the window, with a robot. */
class HelpInWindowTest {
    @TempDir
    Path home;

    @Test
    void everyScreenHasAPageWithItsTitle() {
        Manual manual = new Manual();
        assertThat(Screens.all()).allSatisfy(screen -> {
            assertThat(manual.has(screen.id())).as(screen.id()).isTrue();
            assertThat(manual.pageOrContents(screen.id()).title()).isEqualTo(screen.title());
        });
    }

    @Test
    void f1OpensThePageOfTheScreenAndEscReturnsTheFocus() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
            Node before = focused(window);
            window.press(KeyCode.F1);
            Fx.waitFor("the page is shown", () -> title(window).equals("Tables"));
            assertThat(focused(window)).isInstanceOf(TextField.class).extracting(Node::getId).isEqualTo("help-search");

            window.press(KeyCode.ESCAPE);

            assertThat(Fx.onFx(() -> window.shell.view().help().isOpen())).isFalse();
            assertThat(focused(window)).isSameAs(before);
        }
    }

    @Test
    void theButtonIsNamedAfterTheScreenAndOpensItsPage() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            Button help = (Button) window.shell.root().lookup("#helpButton");
            for (ScreenDefinition screen : Screens.all()) {
                Fx.onFx(() -> window.shell.open(screen.id()));
                assertThat(Fx.onFx(help::getAccessibleText)).isEqualTo("Help on " + screen.title());
                assertThat(Fx.onFx(() -> help.getTooltip().getText())).endsWith("(F1)");
                Fx.onFx(help::fire);
                Fx.waitFor("the page of " + screen.id(), () -> title(window).equals(screen.title()));
            }
        }
    }

    @Test
    void theSearchFindsAPlaceAndScrollsToItWithTheWordsMarked() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            window.press(KeyCode.F1);
            Fx.waitFor("the page is shown", () -> title(window).equals("Overview"));
            TextField search = (TextField) window.shell.root().lookup("#help-search");
            ListView<?> results = (ListView<?>) window.shell.root().lookup("#help-results");
            Fx.onFx(() -> search.setText("refuse writes"));
            assertThat(Fx.onFx(results::isVisible)).isTrue();
            save(window, "help-search", 1240, 800);
            window.press(KeyCode.DOWN);
            assertThat(focused(window)).isSameAs(results);

            window.press(KeyCode.ENTER);

            Fx.waitFor("the place is shown", () -> title(window).equals("Tables"));
            ScrollPane page = (ScrollPane) window.shell.root().lookup("#help-page");
            assertThat(Fx.onFx(page::getVvalue)).isGreaterThan(0.3);
            assertThat(Fx.onFx(() -> page.getContent().lookupAll(".help-mark").size())).isGreaterThan(2);
            save(window, "help-place", 1240, 800);
            Fx.onFx(() -> ((Button) window.shell.root().lookup("#help-back")).fire());
            assertThat(title(window)).isEqualTo("Overview");
        }
    }

    @Test
    void aLinkLeadsToItsPageAndNothingFoundIsSaid() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            window.press(KeyCode.F1);
            Fx.waitFor("the page is shown", () -> title(window).equals("Overview"));
            Hyperlink link = (Hyperlink) window.shell.root().lookup("#help-page .help-link");
            Fx.onFx(link::fire);
            assertThat(title(window)).isEqualTo("Environments and the lock");
            TextField search = (TextField) window.shell.root().lookup("#help-search");
            Fx.onFx(() -> search.setText("xyzzy"));
            assertThat(Fx.onFx(() -> window.shell.root().lookup("#help-results").isVisible())).isFalse();
            assertThat(Fx.onFx(() -> window.shell.root().lookup("#help-page").isVisible())).isFalse();
        }
    }

    @Test
    void theManualIsBesideTheScreenInAWideWindowAndInFrontOfItInANarrowOne() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            window.press(KeyCode.F1);
            Fx.waitFor("the page is shown", () -> title(window).equals("Items"));
            Node screen = window.shell.view().host();
            save(window, "help-1440", 1440, 900);
            double wide = Fx.onFx(() -> screen.localToScene(screen.getBoundsInLocal()).getMaxX());
            double edge = Fx.onFx(() -> helpLeft(window));
            assertThat(wide).isCloseTo(edge, org.assertj.core.api.Assertions.within(2.0));
            save(window, "help-1000", 1000, 700);
            double narrow = Fx.onFx(() -> screen.localToScene(screen.getBoundsInLocal()).getMaxX());
            assertThat(narrow).isGreaterThan(Fx.onFx(() -> helpLeft(window)) + 100);
        }
    }

    private static double helpLeft(ShellFixture window) {
        Node pane = window.shell.root().lookup(".help-pane");
        return pane.localToScene(pane.getBoundsInLocal()).getMinX();
    }

    private static void save(ShellFixture window, String name, double width, double height) {
        Scene scene = window.stage.getScene();
        Fx.onFx(() -> {
            window.stage.setWidth(width);
            window.stage.setHeight(height);
        });
        Fx.pulse();
        Screenshots.saveScene(scene, name);
    }

    private static Node focused(ShellFixture window) {
        return Fx.onFx(() -> window.stage.getScene().getFocusOwner());
    }

    /** The title of the page in the manual; empty while there is none. */
    private static String title(ShellFixture window) {
        return Fx.onFx(() -> {
            Node heading = window.shell.root().lookup("#help-page .help-heading-1");
            return heading == null ? "" : ((javafx.scene.text.Text) heading.lookup(".text")).getText();
        });
    }
}

package dev.switchboard.ui.shell.palette;

import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.shell.layer.CardLayer;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The command palette. */
public final class Palette {
    private final CardLayer layer;
    private final RecentEntries recent;
    private Supplier<List<PaletteEntry>> offers = List::of;
    private Consumer<Palette> opened = palette -> {};
    private @Nullable PaletteCard card;

    /**
     * @param layer covers the window while the palette is open
     * @param recent the entries that were run last
     */
    public Palette(StackPane layer, RecentEntries recent) {
        this.layer = new CardLayer(layer);
        this.recent = recent;
    }

    /**
     * Sets the supplier of screens and actions, which is called each time the palette opens.
     *
     * @param whenOpened told each time the palette opens, for example to load the users
     */
    public void offer(Supplier<List<PaletteEntry>> entries, Consumer<Palette> whenOpened) {
        offers = entries;
        opened = whenOpened;
    }

    /**
     * Sets the users, which are searched by a job.
     *
     * @param slot runs the search; belongs to the session of the users
     */
    public void offer(PaletteIndex users, LatestJobRunner slot) {
        card().offer(users, slot);
    }

    /** Closes the palette and drops the users, because their session is closed. */
    public void forget() {
        if (card != null) {
            card.forgetUsers();
        }
        close();
    }

    /** Whether the palette is shown. */
    public boolean isOpen() {
        return layer.isOpen();
    }

    /** Opens the palette, or closes it if it is open. */
    public void toggle() {
        if (isOpen()) {
            close();
        } else {
            open();
        }
    }

    /** Opens the palette with an empty query. */
    public void open() {
        PaletteCard shown = card();
        shown.begin(offers.get());
        layer.open(shown, shown.field());
        opened.accept(this);
    }

    /** Closes the palette and returns the focus to where it was. */
    public void close() {
        layer.close();
    }

    private PaletteCard card() {
        PaletteCard built = card;
        if (built == null) {
            built = new PaletteCard(recent, this::run);
            card = built;
        }
        return built;
    }

    private void run(PaletteEntry entry) {
        close();
        recent.ran(entry.title());
        // After the palette is closed, so that a dialog returns the focus to the previous node.
        Platform.runLater(entry.run());
    }
}

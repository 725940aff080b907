package dev.switchboard.ui.help;

import dev.switchboard.manual.Manual;
import dev.switchboard.manual.ManualHit;
import dev.switchboard.manual.ManualPage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the help pane shows: a place in the manual and the way back, or what the search found. */
final class HelpViewModel {
    private final Manual manual;
    private final ReadOnlyObjectWrapper<HelpPlace> place = new ReadOnlyObjectWrapper<>(new HelpPlace(Manual.CONTENTS, "", List.of()));
    private final ReadOnlyBooleanWrapper hasBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<ManualHit>> hits = new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty query = new SimpleStringProperty("");
    private final Deque<HelpPlace> former = new ArrayDeque<>();

    /** @param manual with all its pages read, because the search runs at each key */
    HelpViewModel(Manual manual) {
        this.manual = manual;
        query.addListener((observable, old, now) -> hits.set(manual.search(now)));
    }

    /** The place that is shown while there is no query. */
    ReadOnlyObjectProperty<HelpPlace> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** Whether another place was shown before. */
    ReadOnlyBooleanProperty hasBackProperty() {
        return hasBack.getReadOnlyProperty();
    }

    /** What to search for; empty to show the place. */
    StringProperty queryProperty() {
        return query;
    }

    /** What the query finds, best first. */
    ReadOnlyObjectProperty<List<ManualHit>> hitsProperty() {
        return hits.getReadOnlyProperty();
    }

    ManualPage page() {
        return manual.pageOrContents(place.get().page());
    }

    /** Opens the page of a screen, or the table of contents if the screen has none. */
    void openScreen(String id) {
        show(new HelpPlace(manual.has(id) ? id : Manual.CONTENTS, "", List.of()));
    }

    /** Follows a link of the page that is shown. */
    void follow(String link) {
        String page = Manual.id(link);
        show(new HelpPlace(page.isEmpty() ? place.get().page() : page, Manual.anchor(link), List.of()));
    }

    /** Opens what the search found, with the words of the query marked. */
    void open(ManualHit hit) {
        List<String> words = List.of(query.get().strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
        show(new HelpPlace(hit.page().id(), hit.anchor(), words));
    }

    /** Returns to the place that was shown before. */
    void back() {
        if (!former.isEmpty()) {
            query.set("");
            place.set(former.pop());
            hasBack.set(!former.isEmpty());
        }
    }

    private void show(HelpPlace next) {
        query.set("");
        if (!next.equals(place.get())) {
            former.push(place.get());
            hasBack.set(true);
            place.set(next);
        }
    }
}

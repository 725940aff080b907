package dev.switchboard.manual;

/**
 * A place that the search found.
 *
 * @param anchor that of the heading above it; empty for the beginning of the page
 * @param excerpt the text around the first of the words
 */
public record ManualHit(ManualPage page, String anchor, String heading, String excerpt) {
    /** Returns the place as a link within the manual. */
    public String link() {
        return page.id() + ".md" + (anchor.isEmpty() ? "" : "#" + anchor);
    }

    /** Returns the title of the page, followed by the heading unless that is the title. */
    public String title() {
        return anchor.isEmpty() ? page.title() : page.title() + " › " + heading;
    }
}

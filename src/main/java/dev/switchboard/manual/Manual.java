package dev.switchboard.manual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pages of the manual. The table of contents is the page {@code index}; its links say which pages exist and in which order. A page is
 * read when it is first needed. Thread-safe.
 */
public final class Manual {
    /** The ID of the table of contents. */
    public static final String CONTENTS = "index";

    private static final String SUFFIX = ".md";
    private final ManualParser parser = new ManualParser();
    private final Map<String, ManualPage> read = new HashMap<>();
    private final List<ManualTopic> topics;

    /** Reads the table of contents. */
    public Manual() {
        topics = topics(page(CONTENTS));
    }

    /** The links of the lists; what follows a link in its item is its description. */
    private static List<ManualTopic> topics(ManualPage contents) {
        List<ManualTopic> topics = new ArrayList<>();
        for (ManualBlock block : contents.blocks()) {
            if (block instanceof ManualBlock.Items list) {
                list.items().forEach(item -> topics.add(topic(item)));
            }
        }
        return List.copyOf(topics);
    }

    private static ManualTopic topic(List<ManualBlock> item) {
        if (item.getFirst() instanceof ManualBlock.Paragraph line && line.spans().getFirst().isLink()) {
            List<ManualSpan> spans = line.spans();
            String description = ManualSpan.text(spans.subList(1, spans.size())).replaceFirst("^: *", "");
            return new ManualTopic(id(spans.getFirst().link()), spans.getFirst().text(), description);
        }
        throw new IllegalStateException("An entry of the table of contents does not begin with a link: " + item);
    }

    /** Returns the topics in the order of the table of contents. */
    public List<ManualTopic> topics() {
        return topics;
    }

    /** Returns the topic with an ID or a title, in any case; a space in it can be written as a hyphen. */
    public Optional<ManualTopic> topic(String name) {
        return topics.stream()
                .filter(topic -> topic.id().equalsIgnoreCase(name)
                        || topic.title().replace(' ', '-').equalsIgnoreCase(name.replace(' ', '-')))
                .findFirst();
    }

    /** Returns whether a page exists. */
    public boolean has(String id) {
        return id.equals(CONTENTS) || topics.stream().anyMatch(topic -> topic.id().equals(id));
    }

    /** Returns a page, or the table of contents if it does not exist. */
    public ManualPage pageOrContents(String id) {
        return page(has(id) ? id : CONTENTS);
    }

    /** Reads all pages, so that nothing is read from then on. */
    public void readAll() {
        topics.forEach(topic -> page(topic.id()));
    }

    private synchronized ManualPage page(String id) {
        return read.computeIfAbsent(id, missing -> parser.page(missing, text(missing)));
    }

    private static String text(String id) {
        try (@Nullable InputStream in = Manual.class.getResourceAsStream(id + SUFFIX)) {
            if (in == null) {
                throw new IllegalStateException("The manual has no page " + id);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the places that have all of these words, those with the words in the title first, then in a heading, then in the text. */
    public List<ManualHit> search(String words) {
        return ManualSearch.search(topics.stream().flatMap(topic -> page(topic.id()).sections().stream()).toList(), words);
    }

    /** Returns the ID of the page that a link within the manual leads to; empty for a place on the same page. */
    public static String id(String link) {
        return link.replaceFirst("#.*", "").replaceFirst("\\.md$", "");
    }

    /** Returns the anchor of a link within the manual; empty for the beginning of the page. */
    public static String anchor(String link) {
        int at = link.indexOf('#');
        return at < 0 ? "" : link.substring(at + 1);
    }
}

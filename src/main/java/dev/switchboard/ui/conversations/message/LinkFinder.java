package dev.switchboard.ui.conversations.message;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds links to web pages in a text. */
public final class LinkFinder {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"“”„«»\\p{Cc}\\p{Cf}]+", Pattern.CASE_INSENSITIVE);
    private static final String AFTER = ".,;:!?'’*_";

    private LinkFinder() {}

    /**
     * A link in a text.
     *
     * @param end exclusive
     */
    public record Link(int start, int end, URI target) {}

    /** The links in a text, in order. */
    public static List<Link> find(String text) {
        List<Link> links = new ArrayList<>();
        Matcher found = LINK.matcher(text);
        while (found.find()) {
            String link = withoutPunctuation(found.group());
            URI target = target(link);
            if (target != null) {
                links.add(new Link(found.start(), found.start() + link.length(), target));
            }
        }
        return links;
    }

    /** Returns null for what is not a valid URL, which stays text. */
    private static @Nullable URI target(String link) {
        try {
            URI target = new URI(link);
            return target.getHost() == null ? null : target;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** A sentence can end with a link, and a link can be in parentheses. */
    private static String withoutPunctuation(String link) {
        String rest = link;
        while (!rest.isEmpty()) {
            char last = rest.charAt(rest.length() - 1);
            boolean unopened = last == ')' && rest.chars().filter(c -> c == '(').count() < rest.chars().filter(c -> c == ')').count();
            if (AFTER.indexOf(last) < 0 && last != ']' && last != '}' && !unopened) {
                return rest;
            }
            rest = rest.substring(0, rest.length() - 1);
        }
        return rest;
    }
}

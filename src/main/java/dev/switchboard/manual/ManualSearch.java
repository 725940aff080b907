package dev.switchboard.manual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The search in the manual: all words must occur in one part of a page, at the beginning of a word or within one. */
final class ManualSearch {
    private static final int IN_TITLE = 100;
    private static final int IN_HEADING = 10;
    private static final int BEFORE = 30;
    private static final int EXCERPT = 110;

    private record Scored(ManualHit hit, int score) {}

    private ManualSearch() {}

    static List<ManualHit> search(List<ManualSection> sections, String query) {
        List<String> words = words(query);
        if (words.isEmpty()) {
            return List.of();
        }
        List<Scored> found = new ArrayList<>();
        for (ManualSection section : sections) {
            int score = 0;
            boolean all = true;
            for (String word : words) {
                int points = points(section, word);
                all &= points > 0;
                score += points;
            }
            if (all) {
                ManualHit hit = new ManualHit(section.page(), section.anchor(), section.heading(), excerpt(section.text(), words));
                found.add(new Scored(hit, score));
            }
        }
        // The sort is stable: equal places stay in the order of the manual.
        found.sort(Comparator.comparingInt(Scored::score).reversed());
        return found.stream().map(Scored::hit).toList();
    }

    /** Returns the words of a query in lower case. */
    static List<String> words(String query) {
        return Arrays.stream(query.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
    }

    /** The title of the page counts for its beginning only: the parts below it are about something more special. */
    private static int points(ManualSection section, String word) {
        int title = section.anchor().isEmpty() ? IN_TITLE * weight(section.page().title(), word) : 0;
        int heading = section.anchor().isEmpty() ? 0 : IN_HEADING * weight(section.heading(), word);
        int text = weight(section.text(), word);
        int page = weight(section.page().title(), word) > 0 ? 1 : 0;
        return title + heading + text + page;
    }

    /** 2 where a word begins with it, 1 where it is within a word, otherwise 0. */
    private static int weight(String text, String word) {
        String lower = text.toLowerCase(Locale.ROOT);
        int weight = 0;
        for (int at = lower.indexOf(word); at >= 0 && weight < 2; at = lower.indexOf(word, at + 1)) {
            weight = at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1)) ? 2 : 1;
        }
        return weight;
    }

    private static String excerpt(String text, List<String> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        int first = words.stream().mapToInt(lower::indexOf).filter(at -> at >= 0).min().orElse(0);
        int start = first <= BEFORE ? 0 : text.lastIndexOf(' ', first - BEFORE) + 1;
        int end = Math.min(text.length(), start + EXCERPT);
        if (end < text.length() && text.lastIndexOf(' ', end) > first) {
            end = text.lastIndexOf(' ', end);
        }
        return (start > 0 ? "… " : "") + text.substring(start, end).strip() + (end < text.length() ? " …" : "");
    }
}

package dev.switchboard.seeding.load;

import dev.switchboard.conversations.Participant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A synthetic user. */
record LoadUser(Participant participant, Language language, String email, Instant createdAt) {
    private static final int BASE = 36;
    private static final int MARK_LENGTH = 4;
    private static final long MARKS = BASE * BASE * BASE * BASE;
    private static final Instant FIRST = Instant.parse("2022-01-01T00:00:00Z");
    private static final int SECONDS = 2 * 365 * 24 * 3600;

    /** @param rank from 0, the most active user first */
    static LoadUser of(LoadRandom random, int rank) {
        Language language = language(random.below(100, LoadRandom.Use.LANGUAGE, rank));
        Language.NamePart first = one(language.first(), random, LoadRandom.Use.FIRST_NAME, rank);
        Language.NamePart second = one(language.second(), random, LoadRandom.Use.SECOND_NAME, rank);
        // Two users of a load differ in their rank, and the mark tells apart users of two loads in one database.
        String handle = first.handle() + "_" + second.handle() + "_" + mark(random) + Integer.toString(rank, BASE);
        Participant participant = new Participant(
                random.uuid(LoadRandom.Use.USER, rank), handle, first.display() + language.separator() + second.display());
        Instant createdAt = FIRST.plus(random.below(SECONDS, LoadRandom.Use.JOINED, rank), ChronoUnit.SECONDS);
        return new LoadUser(participant, language, handle + "@example.com", createdAt);
    }

    private static Language language(int percentile) {
        int left = percentile;
        for (Language language : Language.ALL) {
            left -= language.percent();
            if (left < 0) {
                return language;
            }
        }
        throw new IllegalStateException("the shares of the languages do not add up to 100");
    }

    private static Language.NamePart one(List<Language.NamePart> names, LoadRandom random, LoadRandom.Use use, int rank) {
        return names.get(random.below(names.size(), use, rank));
    }

    private static String mark(LoadRandom random) {
        String digits = Long.toString(Math.floorMod(random.load().getMostSignificantBits(), MARKS), BASE);
        return "0".repeat(MARK_LENGTH - digits.length()) + digits;
    }
}

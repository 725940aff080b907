package dev.switchboard.seeding.load;

import dev.switchboard.conversations.MessageRules;
import java.util.List;

/** The texts of messages: most of one sentence, some of several, and a few of the greatest length that is allowed. */
final class MessageTexts {
    private static final double ONE = 0.62;
    private static final double TWO = 0.86;
    private static final double FEW = 0.95;
    private static final double MANY = 0.995;

    private MessageTexts() {}

    /** @param message the number of the message within its load */
    static String of(LoadRandom random, Language language, long message) {
        List<String> sentences = language.sentences();
        int count = count(random.unit(LoadRandom.Use.LENGTH, message), random.below(8, LoadRandom.Use.LENGTH, message));
        long seed = random.bits(LoadRandom.Use.SENTENCE, message);
        String first = sentences.get(Math.floorMod(seed, sentences.size()));
        if (count == 1) {
            return first;
        }
        StringBuilder text = new StringBuilder(first);
        for (int i = 1; i < count; i++) {
            String next = sentences.get(random.below(sentences.size(), LoadRandom.Use.SENTENCE, seed + i));
            if (MessageRules.length(text.toString()) + 1 + MessageRules.length(next) > MessageRules.LONGEST) {
                break;
            }
            text.append(' ').append(next);
        }
        return text.toString();
    }

    private static int count(double unit, int more) {
        if (unit < ONE) {
            return 1;
        }
        if (unit < TWO) {
            return 2;
        }
        return unit < FEW ? 3 + more / 2 : unit < MANY ? 7 + more : 40 + 10 * more;
    }
}

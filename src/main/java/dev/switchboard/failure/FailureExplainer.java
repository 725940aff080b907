package dev.switchboard.failure;

import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import dev.switchboard.text.SecretMasker;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.InvalidPathException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Explains any exception: a {@link Failure} with its own texts, a backend's exception through its explainer, any other as a bug.
 */
public final class FailureExplainer {
    private static final Messages TEXT = Messages.of(FailureExplainer.class);
    private final List<Explainer> explainers;

    public FailureExplainer(List<Explainer> explainers) {
        this.explainers = List.copyOf(explainers);
    }

    /** Returns the explanation of an exception or of its outermost cause that can be explained. Secrets in it are masked. */
    public Explanation of(Throwable thrown) {
        Explanation found = find(thrown);
        @Nullable String remedy = found.remedy();
        return new Explanation(
                SecretMasker.text(found.sentence()), remedy == null ? null : SecretMasker.text(remedy), SecretMasker.text(found.detail()),
                found.expected());
    }

    private Explanation find(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof Failure failure) {
                return new Explanation(failure.sentence(), failure.remedy(), trace(thrown), true);
            }
            if (t instanceof InvalidPathException path) {
                return new Explanation(
                        TEXT.get("path.invalid", Quote.of(path.getInput())), TEXT.get("path.invalid.remedy"), trace(thrown), true);
            }
            for (Explainer explainer : explainers) {
                Explanation explanation = explainer.explain(t);
                if (explanation != null) {
                    return explanation;
                }
            }
        }
        return new Explanation(TEXT.get("bug", thrown.getClass().getSimpleName()), TEXT.get("bug.remedy"), trace(thrown), false);
    }

    private static String trace(Throwable thrown) {
        StringWriter out = new StringWriter();
        thrown.printStackTrace(new PrintWriter(out, true));
        return out.toString();
    }
}

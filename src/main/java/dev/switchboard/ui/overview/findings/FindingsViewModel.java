package dev.switchboard.ui.overview.findings;

import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.doctor.data.Findings;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The findings of a check: those in memory as rows, all of them for a file. JavaFX thread only. */
public final class FindingsViewModel {
    private static final Messages TEXT = Messages.of(FindingsViewModel.class);
    private final UiContext context;
    private final DataCheck check;
    private final Findings findings;
    private final String detail;
    private final FindingOpener opener;
    private final List<String> names;
    private final StringProperty filter = new SimpleStringProperty("");
    private final FilteredList<Finding> rows;

    /** @param result the result of a check of the data */
    public FindingsViewModel(UiContext context, CheckResult result) {
        this.context = context;
        check = DataCheck.of(result.id()).orElseThrow();
        findings = result.findings();
        detail = result.detail();
        opener = new FindingOpener(context);
        List<Finding> listed = findings.listed();
        Set<String> found = new LinkedHashSet<>();
        listed.forEach(finding -> found.addAll(finding.subject().keySet()));
        names = List.copyOf(found);
        rows = new FilteredList<>(FXCollections.observableList(listed));
        filter.addListener((observable, old, now) -> applyFilter());
    }

    private void applyFilter() {
        String text = filter.get().strip().toLowerCase(Locale.ROOT);
        rows.setPredicate(text.isEmpty()
                ? null
                : finding -> contains(finding.detail(), text)
                        || finding.subject().values().stream().anyMatch(value -> contains(value, text)));
    }

    private static boolean contains(String value, String lowerCase) {
        return value.toLowerCase(Locale.ROOT).contains(lowerCase);
    }

    public DataCheck check() {
        return check;
    }

    /** All findings of the check. */
    public Findings findings() {
        return findings;
    }

    /** What the check found, as a sentence. */
    String detail() {
        return detail;
    }

    /** The text that a finding must contain to be shown, ignoring case. */
    StringProperty filterProperty() {
        return filter;
    }

    /** The text of the filter. */
    public String filterText() {
        return filter.get();
    }

    /** Filters by a text. */
    public void filterBy(String text) {
        filter.set(text);
    }

    /** The findings that the filter lets through. */
    ObservableList<Finding> rows() {
        return rows;
    }

    /** The parts of the subjects, such as {@code group} and {@code key}, in the order in which they are shown. */
    List<String> names() {
        return names;
    }

    /** How many findings are shown of how many. */
    StringBinding shownText() {
        return Bindings.createStringBinding(
                () -> {
                    int listed = findings.listed().size();
                    String all = findings.count() > listed ? " " + TEXT.get("shown.more", listed) : "";
                    return TEXT.get("shown", rows.size(), findings.count()) + all;
                },
                rows);
    }

    /** Opens what a finding is about at the best place, if there is one. */
    void open(Finding finding) {
        FindingOpener.targets(finding).stream().findFirst().ifPresent(target -> open(finding, target));
    }

    void open(Finding finding, FindingTarget target) {
        opener.open(finding, target);
    }

    /** Asks for a file and writes all findings to it. */
    void export() {
        context.dialogs()
                .saveFile(TEXT.get("export.title"), check.id() + ".jsonl", TEXT.get("export.kind"), "*.jsonl", "*.csv")
                .ifPresent(this::export);
    }

    private void export(Path file) {
        context.jobs().start(
                TEXT.get("export.job", file.getFileName()),
                progress -> FindingsFile.write(findings, names, file, progress),
                written -> context.notices().done(TEXT.get("export.done", written, file.getFileName())),
                context.dialogs()::error);
    }
}

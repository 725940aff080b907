package dev.switchboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps the rules of the design's layout. A failure names the class and the line that breaks one. */
class ArchitectureTest {
    private static final String ROOT = "dev.switchboard";
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);

    /** Each may use those before it and none after it. */
    private static final List<String> ORDER = List.of(
            "text",
            "failure",
            "job",
            "activity",
            "journal",
            "settings",
            "aws",
            "local",
            "postgres.connection",
            "postgres.sql",
            "postgres.dump",
            "postgres.admin",
            "dynamodb.item",
            "dynamodb.change",
            "dynamodb.table",
            "dynamodb.batch",
            "dynamodb.scan",
            "dynamodb.backup",
            "users",
            "conversations",
            "seeding",
            "doctor",
            "session");

    private static final List<String> SCREENS =
            List.of("overview", "conversations", "users", "tables", "items", "seeding", "database", "activity", "settings");

    @Test
    void there_is_something_to_look_at() {
        assertThat(CLASSES).hasSizeGreaterThan(50);
    }

    @Test
    void javafx_only_in_the_window() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".ui..")
                .should().dependOnClassesThat().resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..", "com.sun.javafx..")
                .because("the command line loads no JavaFX, and a service knows no window")
                .check(CLASSES);
    }

    @Test
    void the_aws_sdk_only_where_aws_is_spoken_to() {
        noClasses().that().resideOutsideOfPackages(packages("aws", "dynamodb", "users", "local"))
                .should().dependOnClassesThat().resideInAPackage("software.amazon..")
                .because("everybody else speaks in our own records")
                .check(CLASSES);
    }

    @Test
    void sql_only_in_postgres() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".postgres..")
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "com.zaxxer.hikari..")
                .because("a connection belongs to a callback of Database, never to a caller")
                .check(CLASSES);
    }

    @Test
    void a_screen_never_imports_another_screen() {
        for (String screen : SCREENS) {
            String[] others = SCREENS.stream()
                    .filter(other -> !other.equals(screen))
                    .map(other -> ROOT + ".ui." + other + "..")
                    .toArray(String[]::new);
            noClasses().that().resideInAPackage(ROOT + ".ui." + screen + "..")
                    .should().dependOnClassesThat().resideInAnyPackage(others)
                    .orShould().dependOnClassesThat().resideInAPackage(ROOT + ".ui.shell..")
                    .because("a screen opens another through the Navigator, and what two share lies in ui.common")
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void the_window_and_the_command_line_do_not_know_each_other() {
        noClasses().that().resideInAPackage(ROOT + ".cli..")
                .should().dependOnClassesThat().resideInAPackage(ROOT + ".ui..").allowEmptyShould(true).check(CLASSES);
        noClasses().that().resideInAPackage(ROOT + ".ui..")
                .should().dependOnClassesThat().resideInAnyPackage(ROOT + ".cli..", "picocli..").check(CLASSES);
    }

    @Test
    void each_package_uses_only_those_before_it() {
        for (int i = 0; i < ORDER.size(); i++) {
            List<String> later = ORDER.subList(i + 1, ORDER.size());
            String[] forbidden = packages(later.toArray(String[]::new));
            noClasses().that().resideInAPackage(ROOT + "." + ORDER.get(i) + "..")
                    .should().dependOnClassesThat().resideInAnyPackage(forbidden)
                    .orShould().dependOnClassesThat().resideInAnyPackage(packages("ui", "cli"))
                    .because("the order is " + String.join(", ", ORDER) + ", then cli and ui")
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void no_cycles_between_packages() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothing_below_the_faces_prints() {
        DescribedPredicate<JavaClass> inner =
                JavaClass.Predicates.resideInAnyPackage(packages(ORDER.toArray(String[]::new)))
                        .or(JavaClass.Predicates.resideInAPackage(ROOT + ".ui.."));
        noClasses().that(inner)
                .should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err")
                .because("what a service has to say it returns or throws")
                .check(CLASSES);
    }

    private static String[] packages(String... names) {
        return List.of(names).stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    }
}

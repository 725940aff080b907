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

/** Checks the package structure. A failure names the class and the line that violates a rule. */
class ArchitectureTest {
    private static final String ROOT = "dev.switchboard";
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);

    /** Each package may use only those before it. */
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
    void theClassesAreFound() {
        assertThat(CLASSES).hasSizeGreaterThan(50);
    }

    @Test
    void javafxOnlyInUi() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".ui..")
                .should().dependOnClassesThat().resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..", "com.sun.javafx..")
                .because("the command line must not load JavaFX, and services must not depend on the window")
                .check(CLASSES);
    }

    @Test
    void awsSdkOnlyInAwsPackages() {
        noClasses().that().resideOutsideOfPackages(packages("aws", "dynamodb", "users", "local"))
                .should().dependOnClassesThat().resideInAPackage("software.amazon..")
                .because("other packages use records of their own")
                .check(CLASSES);
    }

    @Test
    void sqlOnlyInPostgres() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".postgres..")
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "com.zaxxer.hikari..")
                .because("only a callback of Database may use a connection")
                .check(CLASSES);
    }

    @Test
    void aScreenNeverImportsAnotherScreen() {
        for (String screen : SCREENS) {
            String[] others = SCREENS.stream()
                    .filter(other -> !other.equals(screen))
                    .map(other -> ROOT + ".ui." + other + "..")
                    .toArray(String[]::new);
            noClasses().that().resideInAPackage(ROOT + ".ui." + screen + "..")
                    .should().dependOnClassesThat().resideInAnyPackage(others)
                    .orShould().dependOnClassesThat().resideInAPackage(ROOT + ".ui.shell..")
                    .because("a screen opens another through the Navigator, and shared classes are in ui.common")
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void uiAndCliAreIndependent() {
        noClasses().that().resideInAPackage(ROOT + ".cli..")
                .should().dependOnClassesThat().resideInAPackage(ROOT + ".ui..").allowEmptyShould(true).check(CLASSES);
        noClasses().that().resideInAPackage(ROOT + ".ui..")
                .should().dependOnClassesThat().resideInAnyPackage(ROOT + ".cli..", "picocli..").check(CLASSES);
    }

    @Test
    void eachPackageUsesOnlyThoseBeforeIt() {
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
    void noCyclesBetweenPackages() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void servicesDoNotPrint() {
        DescribedPredicate<JavaClass> inner =
                JavaClass.Predicates.resideInAnyPackage(packages(ORDER.toArray(String[]::new)))
                        .or(JavaClass.Predicates.resideInAPackage(ROOT + ".ui.."));
        noClasses().that(inner)
                .should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err")
                .because("services return results or throw exceptions")
                .check(CLASSES);
    }

    private static String[] packages(String... names) {
        return List.of(names).stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    }
}

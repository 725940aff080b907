package dev.switchboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.switchboard.settings.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the package structure. A failure names the class and the line that violates a rule. */
class ArchitectureTest {
    private static final String ROOT = "dev.switchboard";
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);

    /** Each package may use only those before it. */
    private static final List<String> ORDER = List.of(
            "text",
            "manual",
            "failure",
            "file",
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
            "dynamodb.value",
            "dynamodb.expression",
            "dynamodb.change",
            "dynamodb.edit",
            "dynamodb.table",
            "dynamodb.batch",
            "dynamodb.scan",
            "dynamodb.read",
            "dynamodb.partiql",
            "dynamodb.stream",
            "dynamodb.backup",
            "users",
            "conversations",
            "seeding",
            "explorer",
            "transfer",
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
        noClasses().that().resideOutsideOfPackages(packages("aws", "dynamodb", "users", "local", "transfer"))
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
    void markdownOnlyInTheManual() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".manual..")
                .should().dependOnClassesThat().resideInAPackage("org.commonmark..")
                .because("window and command line show the manual’s own records")
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

    @Test
    void onlyTheFilePackageCreatesFiles() {
        DescribedPredicate<JavaCall<?>> creates = DescribedPredicate.describe("create or replace a file", call -> {
            String owner = call.getTargetOwner().getName();
            String method = call.getName();
            boolean byName = call.getTarget().getRawParameterTypes().stream()
                    .anyMatch(type -> List.of("java.io.File", "java.lang.String").contains(type.getName()));
            return switch (owner) {
                case "java.nio.file.Files" ->
                    method.startsWith("write") || method.startsWith("create") && !method.equals("createSymbolicLink")
                            || List.of("move", "newOutputStream", "newBufferedWriter", "newByteChannel").contains(method)
                            || method.equals("copy")
                                    && !call.getTarget().getRawParameterTypes().getLast().getName().equals("java.io.OutputStream");
                case "java.nio.channels.FileChannel", "java.nio.channels.AsynchronousFileChannel" -> method.equals("open");
                case "java.io.FileOutputStream", "java.io.PrintStream", "java.io.PrintWriter" -> method.equals("<init>") && byName;
                case "java.io.RandomAccessFile", "java.io.FileWriter", "java.util.logging.FileHandler" -> method.equals("<init>");
                case "java.io.File" -> method.startsWith("create") || method.startsWith("mkdir") || method.equals("renameTo");
                case "javax.imageio.ImageIO" -> method.equals("write") && byName
                        && call.getTarget().getRawParameterTypes().getLast().getName().equals("java.io.File");
                default -> owner.startsWith("com.fasterxml.jackson") && method.startsWith("write") && byName
                        && call.getTarget().getRawParameterTypes().getFirst().getName().equals("java.io.File");
            };
        });
        noClasses().that().resideOutsideOfPackage(ROOT + ".file..")
                .should().callCodeUnitWhere(creates)
                .because(
                        "PrivateFiles and NewFile create files that only their owner can read, follow no link, and leave no incomplete file")
                .check(CLASSES);
    }

    @Test
    void onlyRegularFilesAreRead() {
        DescribedPredicate<JavaCall<?>> opens = DescribedPredicate.describe(
                "open a file for reading",
                call -> List.of("java.io.FileInputStream", "java.io.FileReader", "java.util.zip.GZIPInputStream")
                        .contains(call.getTargetOwner().getName())
                        || (call.getTargetOwner().getName().equals("java.nio.file.Files")
                                && List.of("newInputStream", "newBufferedReader", "lines", "readAllBytes").contains(call.getName())));
        noClasses().that(outside(
                "file", "PackedJournal", "JournalLines", "SystemTrustSocketFactory", "ProcessStreams", "Utf8Relauncher"))
                .should().callCodeUnitWhere(opens)
                .because(
                        "RegularFiles does not block on a named pipe, and GzipReader has a bounded stack; the journal, the certificates and"
                                + " what Linux tells of the process are files of the program and of the system")
                .check(CLASSES);
    }

    @Test
    void onlySettingsKnowWhatPrdMeans() {
        noClasses().that(outside("settings", "ShellController", "SettingsController"))
                .should().accessField(Environment.class, "PRD")
                .because("EnvironmentPolicy says what prd requires; only the switches between the environments name it")
                .check(CLASSES);
        noClasses().that(outside("settings", "ShellController", "SettingsController", "Tour", "AotTrainingWorkload", "SwitchboardWindow"))
                .should().accessField(Environment.class, "DEV")
                .because("EnvironmentPolicy says what dev permits; the tour and the training always run on the local engines")
                .check(CLASSES);
    }

    /** Classes outside a package, except some that are named. */
    private static DescribedPredicate<JavaClass> outside(String name, String... except) {
        return DescribedPredicate.describe(
                "are outside " + name + " and none of " + List.of(except),
                type -> !type.getPackageName().equals(ROOT + "." + name)
                        && List.of(except).stream().noneMatch(type.getName().replaceFirst(".*\\.", "").replaceFirst("\\$.*", "")::equals));
    }

    @Test
    void viewModelsAreNamedViewModelAndKnowNoControls() {
        noClasses().that().haveSimpleNameEndingWith("ViewModel")
                .should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("a view model is tested without a window")
                .check(CLASSES);
        classes().that().resideInAnyPackage(Stream.concat(SCREENS.stream(), Stream.of("shell")).map(screen -> ROOT + ".ui." + screen)
                .toArray(String[]::new))
                .and(exposeProperties())
                .should().haveSimpleNameEndingWith("ViewModel")
                .because("a class that exposes properties and knows no controls is a view model")
                .check(CLASSES);
    }

    /** Classes with a method such as {@code stateProperty()} that depend on no control. Parts of view models are left out. */
    private static DescribedPredicate<JavaClass> exposeProperties() {
        List<String> parts = List.of("PagedState", "SelectedRow", "ConnectionTester", "TableActions");
        return DescribedPredicate.describe(
                "expose properties",
                type -> type.getMethods().stream().anyMatch(method -> method.getName().endsWith("Property"))
                        && type.getDirectDependenciesFromSelf().stream()
                                .noneMatch(used -> used.getTargetClass().getPackageName().startsWith("javafx.scene"))
                        && !parts.contains(type.getSimpleName()));
    }

    @Test
    void noPackageIsLargerThanFortyFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            Map<Path, Long> sizes = files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
            assertThat(sizes).allSatisfy((folder, size) -> assertThat(size).as("Split " + folder).isLessThanOrEqualTo(40));
        }
    }

    private static String[] packages(String... names) {
        return List.of(names).stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    }
}

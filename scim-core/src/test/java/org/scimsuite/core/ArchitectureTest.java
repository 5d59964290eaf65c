package org.scimsuite.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which package may know which. */
@AnalyzeClasses(packages = "org.scimsuite", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CORE = "org.scimsuite.core";

    /** Every package of the core with the packages it may use; one that is not listed here fails the test. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("schema", List.of()),
            Map.entry("message", List.of()),
            Map.entry("dialect", List.of("message")),
            Map.entry("directory", List.of()),
            Map.entry("product", List.of("directory")),
            Map.entry("connection", List.of("dialect", "resource")),
            Map.entry("store", List.of()),
            Map.entry("resource", List.of("schema", "message", "dialect")),
            Map.entry("filter", List.of("schema", "message", "dialect", "resource")),
            Map.entry("patch", List.of("schema", "message", "dialect", "resource", "filter")),
            Map.entry("mapping", List.of("directory", "resource", "schema", "filter", "message", "dialect")),
            Map.entry("bundle", List.of("mapping", "message", "schema")),
            Map.entry("journal", List.of("message")),
            Map.entry(
                    "provision",
                    List.of(
                            "mapping",
                            "directory",
                            "product",
                            "store",
                            "connection",
                            "dialect",
                            "patch",
                            "resource",
                            "schema",
                            "filter",
                            "message")),
            Map.entry("bulk", List.of("schema", "message", "dialect")),
            Map.entry(
                    "admin",
                    List.of(
                            "bundle",
                            "connection",
                            "directory",
                            "store",
                            "journal",
                            "message",
                            "product",
                            "provision",
                            "mapping",
                            "resource",
                            "schema")),
            Map.entry(
                    "endpoint",
                    List.of(
                            "admin",
                            "bulk",
                            "bundle",
                            "connection",
                            "dialect",
                            "directory",
                            "filter",
                            "journal",
                            "mapping",
                            "message",
                            "patch",
                            "product",
                            "provision",
                            "resource",
                            "schema",
                            "store")));

    @ArchTest
    static final ArchRule coreKnowsOnlyJdkJacksonRe2AndLogging = classes()
            .that()
            .resideInAPackage(CORE + "..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    CORE + "..",
                    "java..",
                    "javax.crypto..",
                    "com.fasterxml.jackson..",
                    "com.google.re2j..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.scimsuite.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everyPackageIsListed = classes()
            .that()
            .resideInAPackage(CORE + "..")
            .should()
            .resideInAnyPackage(names(MAY_USE.keySet().stream()));

    @ArchTest
    static void packagesUseOnlyWhatTheyMay(JavaClasses classes) {
        MAY_USE.forEach((name, allowed) -> {
            Stream<String> forbidden =
                    MAY_USE.keySet().stream().filter(other -> !other.equals(name) && !allowed.contains(other));
            noClasses()
                    .that()
                    .resideInAPackage(CORE + "." + name)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(names(forbidden))
                    .check(classes);
        });
    }

    private static String[] names(Stream<String> packages) {
        return packages.map(name -> CORE + "." + name).toArray(String[]::new);
    }
}

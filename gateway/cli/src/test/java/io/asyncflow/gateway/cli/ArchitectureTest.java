package io.asyncflow.gateway.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The engine's arrows: {@code language <- supergraph <- composition <- cli}, and the planner beside composition. ArchUnit fails a rule that matches no class,
 * so none of them can hold by accident.
 */
@AnalyzeClasses(packages = "io.asyncflow.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String LANGUAGE = "io.asyncflow.gateway.language..";
    private static final String SUPERGRAPH = "io.asyncflow.gateway.supergraph..";
    private static final String COMPOSITION = "io.asyncflow.gateway.composition..";
    private static final String PLANNER = "io.asyncflow.gateway.planner..";
    private static final String[] JDK = {"java.lang..", "java.util..", "java.math..", "org.jspecify.annotations.."};

    @ArchTest
    static final ArchRule languageStandsAlone = only(LANGUAGE, LANGUAGE);

    @ArchTest
    static final ArchRule supergraphKnowsLanguage = only(SUPERGRAPH, LANGUAGE, SUPERGRAPH);

    @ArchTest
    static final ArchRule compositionKnowsSupergraph = only(COMPOSITION, LANGUAGE, SUPERGRAPH, COMPOSITION);

    @ArchTest
    static final ArchRule plannerKnowsSupergraph = only(PLANNER, LANGUAGE, SUPERGRAPH, PLANNER);

    @ArchTest
    static final ArchRule operationsKnowNothingOfPlanning = noClasses()
            .that()
            .resideInAPackage("..planner.operation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..planner.plan..", "..planner.graph..", "..planner.search..", "..planner.fetch..");

    /** Whoever runs a plan needs no more than the model. */
    @ArchTest
    static final ArchRule plansKnowNothingOfPlanning =
            only("..planner.plan..", LANGUAGE, SUPERGRAPH, "..planner.operation..", "..planner.plan..");

    @ArchTest
    static final ArchRule onlyTheComposerRunsTheStages = noClasses()
            .that()
            .resideInAPackage("io.asyncflow.gateway.composition.subgraph..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..composition.merge..", "..composition.satisfiability..");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("io.asyncflow.gateway.(**)").should().beFreeOfCycles();

    /** Nothing else, so neither files nor clocks nor Reactor: the engine is pure. */
    private static ArchRule only(String from, String... known) {
        String[] allowed = new String[known.length + JDK.length];
        System.arraycopy(known, 0, allowed, 0, known.length);
        System.arraycopy(JDK, 0, allowed, known.length, JDK.length);
        return classes()
                .that()
                .resideInAPackage(from)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }
}

package io.asyncflow.allinone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.InetAddress;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The arrows that docs/architecture.md draws. ArchUnit fails a rule that matches no class, so none of them can hold by
 * accident.
 */
@AnalyzeClasses(packages = "io.asyncflow", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CATALOG = "io.asyncflow.catalog..";
    private static final String ORDER = "io.asyncflow.order..";
    private static final String USER = "io.asyncflow.user..";
    private static final String AI = "io.asyncflow.ai..";
    private static final String GATEWAY = "io.asyncflow.gateway..";
    private static final String COMPOSITION = "io.asyncflow.gateway.composition..";
    private static final String EXECUTOR = "io.asyncflow.gateway.executor..";
    private static final String SERVER = "io.asyncflow.gateway.server..";
    private static final String SUPPORT = "io.asyncflow.support..";
    private static final String SERVICE = "io.asyncflow.service..";
    private static final String EMBEDDED = "io.asyncflow.embedded..";
    private static final String ALL_IN_ONE = "io.asyncflow.allinone..";
    private static final String TESTING = "io.asyncflow.testing..";

    /** Sub-packages that are named after a technology hold adapters. */
    private static final String[] TECHNOLOGIES = {
        "..graphql..", "..postgres..", "..redis..", "..kafka..", "..smtp..", "..http.."
    };

    @ArchTest
    static final ArchRule catalogKnowsNoOtherSubgraph = isolated(CATALOG, ORDER, USER, AI);

    @ArchTest
    static final ArchRule orderKnowsNoOtherSubgraph = isolated(ORDER, CATALOG, USER, AI);

    @ArchTest
    static final ArchRule userKnowsNoOtherSubgraph = isolated(USER, CATALOG, ORDER, AI);

    @ArchTest
    static final ArchRule aiKnowsNoOtherSubgraph = isolated(AI, CATALOG, ORDER, USER);

    @ArchTest
    static final ArchRule theGatewayKnowsNoSubgraph = noClasses()
            .that()
            .resideInAPackage(GATEWAY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CATALOG, ORDER, USER, AI, SUPPORT, EMBEDDED);

    /** So neither Spring nor Netty, and what it reads and writes are bytes in memory. */
    @ArchTest
    static final ArchRule theExecutorKnowsPlansAndReactorAlone = classes()
            .that()
            .resideInAPackage(EXECUTOR)
            .should()
            .onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(
                            EXECUTOR,
                            "io.asyncflow.gateway.language..",
                            "io.asyncflow.gateway.supergraph..",
                            "io.asyncflow.gateway.planner..",
                            "reactor..",
                            "org.reactivestreams..",
                            "java.lang..",
                            "java.util..",
                            "java.math..",
                            "java.nio",
                            "java.nio.charset",
                            "org.jspecify.annotations..")
                    // An address is a value, whoever has it.
                    .or(JavaClass.Predicates.type(InetAddress.class)));

    @ArchTest
    static final ArchRule noPartOfTheEngineKnowsItsServer = noClasses()
            .that()
            .resideInAPackage(GATEWAY)
            .and()
            .resideOutsideOfPackage(SERVER)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SERVER);

    @ArchTest
    static final ArchRule onlyWatchedSubgraphsAreComposedWhileServing = noClasses()
            .that()
            .resideInAnyPackage(EXECUTOR, SERVER)
            .and()
            .resideOutsideOfPackage("..server.source..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(COMPOSITION);

    @ArchTest
    static final ArchRule supportHoldsNoDomain = noClasses()
            .that()
            .resideInAPackage(SUPPORT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CATALOG, ORDER, USER, AI, GATEWAY, EMBEDDED);

    @ArchTest
    static final ArchRule whatEveryServiceSharesStandsAlone = noClasses()
            .that()
            .resideInAPackage(SERVICE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CATALOG, ORDER, USER, AI, GATEWAY, SUPPORT, EMBEDDED);

    @ArchTest
    static final ArchRule nothingKnowsAllInOne = noClasses()
            .that()
            .resideOutsideOfPackage(ALL_IN_ONE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ALL_IN_ONE);

    @ArchTest
    static final ArchRule onlyTheOneProcessModeAndTestsEmbedServers = noClasses()
            .that()
            .resideOutsideOfPackages(EMBEDDED, ALL_IN_ONE, TESTING)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(EMBEDDED);

    @ArchTest
    static final ArchRule noPackagesDependOnEachOtherInACycle =
            slices().matching("io.asyncflow.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule useCasesDoNotKnowTheirAdapters = noClasses()
            .that()
            .resideInAnyPackage(CATALOG, ORDER, USER, AI)
            .and()
            .resideOutsideOfPackages(TECHNOLOGIES)
            .should()
            .dependOnClassesThat(
                    JavaClass.Predicates.resideInAnyPackage(TECHNOLOGIES).and(ours()));

    @ArchTest
    static final ArchRule nothingBlocks = noClasses()
            .that()
            .resideInAnyPackage(CATALOG, ORDER, USER, AI, GATEWAY, SUPPORT, SERVICE)
            .should()
            .callMethod(Mono.class, "block")
            .orShould()
            .callMethod(Flux.class, "blockFirst")
            .orShould()
            .callMethod(Flux.class, "blockLast")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .that()
            .resideInAnyPackage(CATALOG, ORDER, USER, AI, GATEWAY, SUPPORT, SERVICE)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule namesComeFromTheBusiness =
            noClasses().should().haveNameMatching(".*\\.\\w*(Manager|Helper|Utils?|Impl|Dto|Base)");

    @ArchTest
    static final ArchRule packagesSayWhatMayBeNull = classes()
            .that()
            .doNotHaveSimpleName("package-info")
            .should(new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(
                            type, marked, type.getName() + " is in a package without @NullMarked"));
                }
            });

    private static ArchRule isolated(String subgraph, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(subgraph)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(GATEWAY, EMBEDDED);
    }

    private static DescribedPredicate<JavaClass> ours() {
        return JavaClass.Predicates.resideInAnyPackage(CATALOG, ORDER, USER, AI);
    }
}

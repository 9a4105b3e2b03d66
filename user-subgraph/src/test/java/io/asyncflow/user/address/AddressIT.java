package io.asyncflow.user.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

@RunningSubgraph
class AddressIT {

    @Autowired
    private HttpGraphQlTester graph;

    private Visitor owner;

    @BeforeEach
    void register() {
        var visitor = new Visitor(graph);
        owner = visitor.with(visitor.registered());
    }

    @Test
    void isKeptAsItWasGiven() {
        var given = input("Minji Kim");
        given.put("line2", "  ");
        given.put("countryCode", "kr");
        var answer = upsert(given);
        answer.path("addressUpsert.userErrors[*]").entityList(Map.class).hasSize(0);
        answer.path("addressUpsert.address.line2").valueIsNull();
        answer.path("addressUpsert.address.countryCode").entity(String.class).isEqualTo("KR");
        answer.path("addressUpsert.address.id").entity(String.class).matches(id -> id.startsWith("address_"));
        var address = answer.path("addressUpsert.address").entity(Map.class).get();
        assertThat(addresses()).containsExactly(address);
        owner.graph()
                .document("{ me { defaultAddress { id name } } }")
                .execute()
                .path("me.defaultAddress.name")
                .entity(String.class)
                .isEqualTo("Minji Kim");
    }

    @Test
    void isReplacedByItsId() {
        String id = add("Minji Kim");
        var given = input("Kim Minji");
        given.put("id", id);
        given.remove("phone");
        upsert(given).path("addressUpsert.address.id").entity(String.class).isEqualTo(id);
        assertThat(addresses()).singleElement().satisfies(address -> {
            assertThat(address.get("name")).isEqualTo("Kim Minji");
            assertThat(address.get("phone")).isNull();
            assertThat(address.get("isDefault")).isEqualTo(true);
        });
    }

    @Test
    void isTheDefaultAlone() {
        String first = add("first");
        String second = add("second");
        String third = add("third");
        assertThat(defaults()).containsExactly(first);
        setDefault(second)
                .path("defaultAddressSet.address.isDefault")
                .entity(Boolean.class)
                .isEqualTo(true);
        assertThat(defaults()).containsExactly(second);
        var fourth = input("fourth");
        fourth.put("isDefault", true);
        String last = upsert(fourth)
                .path("addressUpsert.address.id")
                .entity(String.class)
                .get();
        assertThat(defaults()).containsExactly(last);
        delete(last);
        assertThat(defaults()).containsExactly(first);
        delete(third);
        assertThat(defaults()).containsExactly(first);
        delete(first);
        assertThat(defaults()).containsExactly(second);
        delete(second);
        assertThat(addresses()).isEmpty();
    }

    @Test
    void isTheDefaultAloneUnderConcurrency() throws Exception {
        var ids = IntStream.range(0, 4).mapToObj(i -> add("address " + i)).toList();
        var changes = new ArrayList<Callable<Response>>();
        for (int i = 0; i < 12; i++) {
            String id = ids.get(i % 4);
            changes.add(() -> setDefault(id));
            changes.add(() -> upsert(input("another")));
        }
        changes.add(() -> delete(ids.getFirst()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(changes).forEach(Future::resultNow);
        }
        assertThat(addresses()).hasSize(15);
        assertThat(defaults()).hasSize(1);
    }

    @Test
    void isOneOfFiftyAtMost() throws Exception {
        Callable<List<String>> add = () -> codes(upsert(input("one of many")), "addressUpsert");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = threads
                    .invokeAll(Stream.generate(() -> add).limit(60).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(outcomes).filteredOn(List::isEmpty).hasSize(50);
            assertThat(outcomes).filteredOn(List.of("LIMIT_REACHED")::equals).hasSize(10);
        }
        assertThat(defaults()).hasSize(1);
    }

    @Test
    void isItsOwnersAlone() {
        String id = add("Minji Kim");
        var visitor = new Visitor(graph);
        var stranger = visitor.with(visitor.registered());
        var mine = owner;
        owner = stranger;
        var stolen = input("stolen");
        stolen.put("id", id);
        assertThat(codes(upsert(stolen), "addressUpsert")).containsExactly("NOT_FOUND");
        assertThat(codes(delete(id), "addressDelete")).containsExactly("NOT_FOUND");
        assertThat(codes(setDefault(id), "defaultAddressSet")).containsExactly("NOT_FOUND");
        assertThat(addresses()).isEmpty();
        owner = mine;
        assertThat(addresses())
                .singleElement()
                .satisfies(address -> assertThat(address.get("name")).isEqualTo("Minji Kim"));
        String account = mine.me().path("me.id").entity(String.class).get();
        for (Visitor other : List.of(stranger, visitor)) {
            var seen = other.graph()
                    .document("query($of: [_Any!]!) { _entities(representations: $of)"
                            + " { ... on User { addresses { id } defaultAddress { id } } } }")
                    .variable("of", List.of(Map.of("__typename", "User", "id", account)))
                    .execute();
            seen.path("_entities[0].addresses").valueIsNull();
            seen.path("_entities[0].defaultAddress").valueIsNull();
        }
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatNoParcelCanBeSentTo(String field, @Nullable String value) {
        var given = input("Minji Kim");
        given.put(field, value);
        var answer = upsert(given);
        assertThat(codes(answer, "addressUpsert")).containsExactly("INVALID");
        answer.path("addressUpsert.userErrors[0].field")
                .entityList(String.class)
                .containsExactly("input", field);
        assertThat(addresses()).isEmpty();
    }

    static Stream<Arguments> refusesWhatNoParcelCanBeSentTo() {
        return Stream.of(
                Arguments.of("name", " "),
                Arguments.of("name", "x".repeat(100_000)),
                Arguments.of("line1", ""),
                Arguments.of("line1", "a\0b"),
                Arguments.of("line2", "a\nb"),
                Arguments.of("city", ""),
                Arguments.of("region", "x".repeat(81)),
                Arguments.of("postalCode", null),
                Arguments.of("postalCode", "1234"),
                Arguments.of("postalCode", "ABCDE"),
                Arguments.of("countryCode", "XX"),
                Arguments.of("countryCode", "KOR"),
                Arguments.of("countryCode", ""),
                Arguments.of("phone", "call me"),
                Arguments.of("id", "address_1"));
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        var given = input("");
        given.put("city", "");
        given.put("countryCode", "??");
        upsert(given)
                .path("addressUpsert.userErrors[*].field[1]")
                .entityList(String.class)
                .contains("name", "city", "countryCode");
    }

    @Test
    void needsSomebodySignedIn() {
        owner = new Visitor(graph);
        for (Response answer : List.of(upsert(input("x")), delete("x"), setDefault("x"))) {
            answer.errors()
                    .satisfy(errors -> assertThat(errors)
                            .singleElement()
                            .satisfies(error ->
                                    assertThat(error.getExtensions()).containsEntry("code", "UNAUTHENTICATED")));
        }
    }

    private static Map<String, @Nullable Object> input(String name) {
        return new HashMap<>(Map.of(
                "name", name,
                "line1", "세종대로 110",
                "city", "서울",
                "postalCode", "04524",
                "countryCode", "KR",
                "phone", "+82 2 120"));
    }

    private String add(String name) {
        return upsert(input(name))
                .path("addressUpsert.address.id")
                .entity(String.class)
                .get();
    }

    private List<Map<String, Object>> addresses() {
        return owner.graph()
                .document("""
                        { me { addresses {
                          id name line1 line2 city region postalCode countryCode phone isDefault } } }""")
                .execute()
                .path("me.addresses")
                .entityList(new ParameterizedTypeReference<Map<String, Object>>() {})
                .get();
    }

    private List<Object> defaults() {
        return addresses().stream()
                .filter(address -> Boolean.TRUE.equals(address.get("isDefault")))
                .map(address -> address.get("id"))
                .toList();
    }

    private Response upsert(Map<String, @Nullable Object> input) {
        return owner.graph().document("""
                        mutation($input: AddressInput!) { addressUpsert(input: $input) {
                          address { id name line1 line2 city region postalCode countryCode phone isDefault }
                          userErrors { field code } } }""").variable("input", input).execute();
    }

    private Response delete(String id) {
        return owner.graph()
                .document("mutation($id: ID!) { addressDelete(id: $id) { address { id } userErrors { field code } } }")
                .variable("id", id)
                .execute();
    }

    private Response setDefault(String id) {
        return owner.graph()
                .document("mutation($id: ID!) { defaultAddressSet(id: $id)"
                        + " { address { isDefault } userErrors { field code } } }")
                .variable("id", id)
                .execute();
    }

    private static List<String> codes(Response answer, String mutation) {
        return answer.path(mutation + ".userErrors[*].code")
                .entityList(String.class)
                .get();
    }
}

package io.asyncflow.order.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.order.Shelf;
import io.asyncflow.order.WithCatalog;
import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import reactor.test.StepVerifier;

class CouponGraphIT extends WithCatalog {

    @Autowired
    private Coupons coupons;

    private final UserId owner = someone();
    private CouponClient staff;
    private CouponClient customer;
    private CouponClient guest;

    @BeforeEach
    void arrive() {
        guest = new CouponClient(http);
        staff = guest.as(someone(), Role.STAFF);
        customer = guest.as(owner, Role.CUSTOMER);
    }

    @Test
    void areMadeAsAskedFor() {
        String code = CouponClient.newCode();
        String product = Shelf.newId("product");
        var made = staff.create(Map.ofEntries(
                Map.entry("code", " " + code.toLowerCase(Locale.ROOT) + " "),
                Map.entry("title", "Autumn"),
                Map.entry("amount", "12.50"),
                Map.entry("currencyCode", "USD"),
                Map.entry("maximumDiscount", "10"),
                Map.entry("minimumSubtotal", "100.00"),
                Map.entry("customerLimit", 2),
                Map.entry("startsAt", "2026-01-01T00:00:00Z"),
                Map.entry("endsAt", "2999-01-01T00:00:00Z"),
                Map.entry("combinable", true),
                Map.entry("productIds", List.of(product)),
                Map.entry("variantIds", List.of(TEA.id()))));

        made.path("change.userErrors").entityList(Object.class).hasSize(0);
        made.path("change.coupon").matchesJson("""
                        {"code": "%s", "title": "Autumn", "percentage": null,
                         "amount": {"amount": "12.50", "currencyCode": "USD"},
                         "maximumDiscount": {"amount": "10.00"}, "minimumSubtotal": {"amount": "100.00"},
                         "startsAt": "2026-01-01T00:00:00Z", "endsAt": "2999-01-01T00:00:00Z",
                         "customerLimit": 2, "combinable": true,
                         "eligibleProducts": [{"id": "%s"}], "eligibleVariants": [{"id": "%s"}]}
                        """.formatted(code, product, TEA.id()));
        // What was stored is what was told.
        customer.claim(code)
                .path("change.coupon")
                .entity(Map.class)
                .isEqualTo(made.path("change.coupon").entity(Map.class).get());
    }

    @Test
    void areMadeOnlyByThoseWhoWorkForTheShop() {
        String code = CouponClient.newCode();
        var input = Map.of("code", code, "title", "Mine", "percentage", "100");

        assertError(customer.create(input), "FORBIDDEN");
        assertError(guest.create(input), "UNAUTHENTICATED");
        assertUserError(customer.claim(code), "NOT_FOUND", "code");
    }

    @Test
    void haveACodeEach() {
        var input = Map.of("code", CouponClient.newCode(), "title", "One", "percentage", "10");
        staff.create(input).path("change.userErrors").entityList(Object.class).hasSize(0);

        assertUserError(staff.create(input), "TAKEN", "input", "code");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "code,            AB,                    input.code",
                "code,            A B C,                 input.code",
                "code,            ' ',                   input.code",
                "title,           ' ',                   input.title",
                "percentage,      none,                  input.percentage",
                "amount,          5,                     input.percentage",
                "percentage,      0,                     input.percentage",
                "percentage,      100.01,                input.percentage",
                "percentage,      0.001,                 input.percentage",
                "percentage,      -5,                    input.percentage",
                "maximumDiscount, 0,                     input.maximumDiscount",
                "maximumDiscount, 0.5,                   input.maximumDiscount",
                "minimumSubtotal, -1,                    input.minimumSubtotal",
                "minimumSubtotal, 9999999999999,         input.minimumSubtotal",
                "useLimit,        0,                     input.useLimit",
                "customerLimit,   -1,                    input.customerLimit",
                "startsAt,        -5000-01-01T00:00:00Z, input.startsAt",
                "endsAt,          2001-01-01T00:00:00Z,  input.endsAt",
                "currencyCode,    none,                  input.currencyCode"
            })
    void areNotMadeOfNonsense(String field, String value, String path) {
        var input = new HashMap<String, Object>(Map.of(
                "code", CouponClient.newCode(),
                "title", "A coupon",
                "percentage", "10",
                "currencyCode", "KRW",
                "maximumDiscount", "1000"));
        boolean number = field.endsWith("Limit");
        input.put(field, value == null ? null : number ? (Object) Integer.valueOf(value) : value);

        assertUserError(staff.create(input), "INVALID", path.split("\\."));
    }

    @Test
    void areClaimedOnce() {
        String code = staff.made(Map.of("percentage", "10", "claimOnly", true));

        customer.claim(code.toLowerCase(Locale.ROOT))
                .path("change.coupon.code")
                .entity(String.class)
                .isEqualTo(code);
        customer.claim(code).path("change.userErrors").entityList(Object.class).hasSize(0);

        assertThat(codes(customer, "")).containsExactly(code);
        assertError(guest.claim(code), "UNAUTHENTICATED");
    }

    @Test
    void areNotClaimedOutsideOfTheirTimeOrWhenUsedUp() {
        assertUserError(
                customer.claim(staff.made(Map.of("percentage", "10", "startsAt", "2999-01-01T00:00:00Z"))),
                "CONFLICT",
                "code");
        assertUserError(
                customer.claim(staff.made(Map.of(
                        "percentage", "10", "startsAt", "2001-01-01T00:00:00Z", "endsAt", "2002-01-01T00:00:00Z"))),
                "CONFLICT",
                "code");
        String one = staff.made(Map.of("percentage", "10", "useLimit", 1));
        use(one, someone());
        assertUserError(customer.claim(one), "LIMIT_REACHED", "code");
        assertUserError(customer.claim("x".repeat(41)), "INVALID", "code");
    }

    @Test
    void areListedNewestFirstAndByWhetherTheyCanBeUsed() {
        String used = staff.made(Map.of("percentage", "10", "customerLimit", 1));
        String first = staff.made(Map.of("percentage", "10"));
        String second = staff.made(Map.of("percentage", "10"));
        List.of(used, first, second).forEach(customer::claim);
        use(used, owner);

        assertThat(codes(customer, "")).containsExactly(second, first, used);
        assertThat(codes(customer, "(usable: true)")).containsExactly(second, first);
        assertThat(codes(customer, "(usable: false)")).containsExactly(used);
        customer.owned(owner, "(usable: false)")
                .path("_entities[0].coupons.nodes[0].problem")
                .entity(String.class)
                .isEqualTo("CUSTOMER_LIMIT_REACHED");

        String cursor = customer.owned(owner, "(first: 1)")
                .path("_entities[0].coupons.pageInfo.endCursor")
                .entity(String.class)
                .get();
        assertThat(codes(customer, "(first: 250, after: \"" + cursor + "\")")).containsExactly(first, used);
    }

    @Test
    void areSeenByTheirOwnerAndThoseWhoWorkForTheShop() {
        customer.claim(staff.made(Map.of("percentage", "10")));

        assertThat(codes(staff, "")).hasSize(1);
        for (var stranger : List.of(guest, guest.as(someone(), Role.CUSTOMER, Role.PARTNER))) {
            stranger.owned(owner, "").path("_entities[0].coupons").valueIsNull();
        }
    }

    private void use(String code, UserId customer) {
        var question = new Coupons.Question(new CouponCode(code), customer);
        StepVerifier.create(coupons.find(List.of(question))
                        .mapNotNull(found -> found.get(question))
                        .mapNotNull(Presented::coupon)
                        .flatMap(coupon -> coupons.hold(CouponShop.order(), customer, Set.of(coupon.id()))))
                .expectNext(new CouponHold.Held())
                .verifyComplete();
    }

    private List<String> codes(CouponClient client, String arguments) {
        return client.owned(owner, arguments)
                .path("_entities[0].coupons.nodes[*].coupon.code")
                .entityList(String.class)
                .get();
    }

    private static void assertUserError(Response answer, String code, String... field) {
        answer.path("change.coupon").valueIsNull();
        answer.path("change.userErrors[*].code").entityList(String.class).containsExactly(code);
        answer.path("change.userErrors[0].field").entityList(String.class).containsExactly(field);
    }

    private static void assertError(Response answer, String code) {
        answer.errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getExtensions()).containsEntry("code", code)));
    }
}

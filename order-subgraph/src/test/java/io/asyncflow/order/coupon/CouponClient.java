package io.asyncflow.order.coupon;

import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.testing.TestTokens;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/** What people do with coupons, over HTTP. */
public record CouponClient(HttpGraphQlTester http) {

    private static final String PAYLOAD = """
            {
              coupon {
                id code title percentage amount { amount currencyCode } maximumDiscount { amount }
                minimumSubtotal { amount } startsAt endsAt customerLimit combinable
                eligibleProducts { id } eligibleVariants { id }
              }
              userErrors { field message code }
            }""";

    public static String newCode() {
        return "C" + Uuid7.next(Clock.systemUTC()).toString().toUpperCase(Locale.ROOT);
    }

    public CouponClient as(UserId user, Role... roles) {
        return new CouponClient(http.mutate()
                .headers(headers -> headers.setBearerAuth(TestTokens.of(user, roles)))
                .build());
    }

    public Response create(Map<String, ?> input) {
        return http.document("mutation($input: CouponInput!) { change: couponCreate(input: $input) " + PAYLOAD + " }")
                .variable("input", new HashMap<>(input))
                .execute();
    }

    /** Makes a coupon of this, and gives its code. */
    public String made(Map<String, ?> input) {
        var all = new HashMap<String, Object>(Map.of("code", newCode(), "title", "A coupon"));
        all.putAll(input);
        return create(all).path("change.coupon.code").entity(String.class).get();
    }

    public Response claim(String code) {
        return http.document("mutation($code: String!) { change: couponClaim(code: $code) " + PAYLOAD + " }")
                .variable("code", code)
                .execute();
    }

    /** What the graph asks of this service for {@code User.coupons}. */
    Response owned(UserId user, String arguments) {
        return http.document("""
                        query($users: [_Any!]!) {
                          _entities(representations: $users) {
                            ... on User {
                              id
                              coupons%s {
                                nodes { coupon { code } claimedAt usable problem }
                                pageInfo { hasNextPage endCursor }
                              }
                            }
                          }
                        }""".formatted(arguments))
                .variable("users", List.of(Map.of("__typename", "User", "id", user.toString())))
                .execute();
    }
}

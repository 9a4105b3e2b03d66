package io.asyncflow.user.security;

import io.asyncflow.user.security.Rule.Open;
import io.asyncflow.user.security.Rule.Own;
import io.asyncflow.user.security.Rule.Owned;
import io.asyncflow.user.security.Rule.Staff;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rule of each field through which something can be reached: those of the root types and of the entities. A field
 * that is not named here fails the test.
 */
final class Rules {

    private static final Rule OWN = new Own();
    private static final Rule OWNED = new Owned();
    private static final Rule STAFF = new Staff();

    static final Map<String, Rule> OF_ROOT_FIELDS = new TreeMap<>(Map.ofEntries(
            Map.entry("Query.me", OWN),
            Map.entry("Query._service", new Open("the schema is no secret of anybody")),
            Map.entry("Query._entities", new Open("the fields of the entities have rules of their own")),
            Map.entry("Mutation.customerCreate", new Open("opens an account that is nobody's yet")),
            Map.entry("Mutation.customerAccessTokenCreate", new Open("needs the password")),
            Map.entry("Mutation.tokenRefresh", new Open("needs the refresh token")),
            Map.entry("Mutation.signOut", new Open("ends the session of who asks, or needs the refresh token")),
            Map.entry("Mutation.signOutEverywhere", OWN),
            Map.entry("Query.user", STAFF),
            Map.entry("Query.users", STAFF),
            Map.entry("Query.roleChanges", STAFF),
            Map.entry("Query.partner", STAFF),
            Map.entry("Query.partners", STAFF),
            Map.entry("Mutation.emailVerify", new Open("needs the token in the mail")),
            Map.entry("Mutation.emailVerificationResend", OWN),
            Map.entry("Mutation.passwordResetRequest", new Open("is answered the same for every address")),
            Map.entry("Mutation.passwordReset", new Open("needs the token in the mail")),
            Map.entry("Mutation.passwordChange", OWN),
            Map.entry("Mutation.profileUpdate", OWN),
            Map.entry("Mutation.accountDelete", OWN),
            Map.entry("Mutation.addressUpsert", OWNED),
            Map.entry("Mutation.addressDelete", OWNED),
            Map.entry("Mutation.defaultAddressSet", OWNED),
            Map.entry("Mutation.partnerCreate", STAFF),
            Map.entry("Mutation.partnerStatusSet", STAFF),
            Map.entry("Mutation.apiKeyCreate", STAFF),
            Map.entry("Mutation.apiKeyRevoke", STAFF),
            Map.entry("Mutation.oauthClientCreate", STAFF),
            Map.entry("Mutation.oauthClientDisable", STAFF),
            Map.entry("Mutation.roleAssign", STAFF),
            Map.entry("Mutation.roleRevoke", STAFF),
            Map.entry("Mutation.signingKeyRevoke", STAFF),
            Map.entry("Mutation.pointsGrant", STAFF),
            Map.entry("Query.userDeadLetters", STAFF),
            Map.entry("Mutation.userDeadLettersReplay", STAFF),
            Map.entry("Mutation.userDeadLettersDiscard", STAFF),
            Map.entry("Mutation.wishlistAdd", OWN),
            Map.entry("Mutation.wishlistRemove", OWN),
            Map.entry("Mutation.restockSubscribe", OWN),
            Map.entry("Mutation.restockUnsubscribe", OWN),
            Map.entry("Mutation.consentUpdate", OWN),
            Map.entry(
                    "Mutation.behaviourRecord", new Open("visitors have no account; for accounts the token counts"))));

    static final Map<String, Rule> OF_ENTITY_FIELDS = new TreeMap<>(Map.ofEntries(
            Map.entry("User.id", new Open("is known to who asks")),
            Map.entry("User.displayName", new Open("is the name that others see")),
            Map.entry("User.roles", OWNED),
            Map.entry("User.createdAt", new Open("says since when somebody writes reviews")),
            Map.entry("User.email", OWNED),
            Map.entry("User.emailVerified", OWNED),
            Map.entry("User.language", OWNED),
            Map.entry("User.dataExport", OWNED),
            Map.entry("User.addresses", OWNED),
            Map.entry("User.defaultAddress", OWNED),
            Map.entry("User.points", OWNED),
            Map.entry("User.wishlist", OWNED),
            Map.entry("User.consents", OWNED),
            Map.entry("User.consentHistory", OWNED),
            Map.entry("User.restockSubscriptions", OWNED),
            Map.entry("Order.id", new Open("stands for another service's")),
            Map.entry("ProductVariant.id", new Open("stands for another service's")),
            Map.entry("Product.id", new Open("is known to who asks")),
            Map.entry("Product.inWishlist", new Open("is about the wishlist of who asks"))));

    /** What the owner does beforehand, so that there is something of everything to steal. */
    static final List<String> POSSESSIONS = List.of(
            "mutation { addressUpsert(input: {name: \"Owner Alone\", line1: \"1 Hidden Street\", city: \"Seoul\","
                    + " postalCode: \"04524\", countryCode: \"KR\"}) { userErrors { message } } }",
            "mutation { wishlistAdd(productId: \"product_01h455vb4pex5vsknk084sn02q\") { userErrors { message } } }",
            "mutation { restockSubscribe(variantId: \"variant_01h455vb4pex5vsknk084sn02q\") { userErrors { message } } }",
            "mutation { consentUpdate(decisions: [{purpose: ANALYTICS, granted: true, version: \"2026-11\"}])"
                    + " { userErrors { message } } }");

    private Rules() {}
}

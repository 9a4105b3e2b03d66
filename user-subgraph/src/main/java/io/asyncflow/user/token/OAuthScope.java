package io.asyncflow.user.token;

import io.asyncflow.support.identity.AccessTokens;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All that a client can be allowed to do. */
public enum OAuthScope {
    OPENID("openid", true, "Know that it is you", "본인임을 확인"),
    PROFILE("profile", true, "See your display name", "표시 이름 보기"),
    EMAIL("email", true, "See your e-mail address", "이메일 주소 보기"),
    ACCOUNT(AccessTokens.ACCOUNT_SCOPE, true, "Do everything that you can do", "내가 할 수 있는 모든 작업"),
    PROFILE_READ("profile:read", true, "See your profile and your addresses", "프로필과 주소 보기"),
    POINTS_READ("points:read", true, "See your points", "포인트 보기"),
    CATALOG_READ("catalog:read", false, "See the catalog", "상품 목록 보기"),
    ORDERS_READ("orders:read", false, "See your orders", "주문 보기"),
    ORDERS_WRITE("orders:write", false, "Place and cancel orders for you", "주문하고 취소하기");

    private final String text;
    private final boolean personal;
    private final String english;
    private final String korean;

    OAuthScope(String text, boolean personal, String english, String korean) {
        this.text = text;
        this.personal = personal;
        this.english = english;
        this.korean = korean;
    }

    public static Optional<OAuthScope> of(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }

    public static boolean allKnown(Collection<String> texts) {
        return texts.stream().allMatch(text -> of(text).isPresent());
    }

    /** Those that make sense without an account behind them: a client's own, and an API key's. */
    public static Set<String> impersonal() {
        return Arrays.stream(values())
                .filter(scope -> !scope.personal)
                .map(OAuthScope::text)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** As it is written in requests and tokens. */
    public String text() {
        return text;
    }

    public String english() {
        return english;
    }

    public String korean() {
        return korean;
    }
}

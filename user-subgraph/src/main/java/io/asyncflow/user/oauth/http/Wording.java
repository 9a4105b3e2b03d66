package io.asyncflow.user.oauth.http;

import io.asyncflow.user.token.OAuthScope;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The words on our pages, in one language. */
record Wording(
        String language,
        String signIn,
        String to,
        String email,
        String password,
        String wrongPassword,
        String tooMany,
        String asks,
        String allow,
        String deny,
        String failed,
        String startAgain,
        Function<OAuthScope, String> scope) {

    private static final Wording ENGLISH = new Wording(
            "en",
            "Sign in",
            "to go on to %s",
            "E-mail address",
            "Password",
            "No account has this e-mail address and this password.",
            "Too many attempts. Try again in a few minutes.",
            "%s would like to:",
            "Allow",
            "Do not allow",
            "This did not work",
            "Go back to where you came from and start again.",
            OAuthScope::english);

    private static final Wording KOREAN = new Wording(
            "ko",
            "로그인",
            "%s(으)로 계속합니다",
            "이메일 주소",
            "비밀번호",
            "이메일 주소 또는 비밀번호가 맞지 않습니다.",
            "시도가 너무 많습니다. 몇 분 뒤에 다시 시도하세요.",
            "%s에서 다음을 요청합니다:",
            "허용",
            "허용하지 않음",
            "처리하지 못했습니다",
            "처음 화면으로 돌아가 다시 시작하세요.",
            OAuthScope::korean);

    static Wording of(ServerRequest request) {
        Locale chosen = Locale.lookup(request.headers().acceptLanguage(), List.of(Locale.KOREAN, Locale.ENGLISH));
        return Locale.KOREAN.equals(chosen) ? KOREAN : ENGLISH;
    }
}

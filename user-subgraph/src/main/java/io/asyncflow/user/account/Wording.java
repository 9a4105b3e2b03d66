package io.asyncflow.user.account;

import io.asyncflow.user.mail.Language;

/** What mails say. Nothing in them comes from whoever caused them: strangers shall not send their words in our name. */
record Wording(String subject, String text) {

    static Wording verify(Language language, String link) {
        return switch (language) {
            case EN -> new Wording("Confirm your e-mail address", """
                    Follow this link within 24 hours to confirm that this address is yours:

                    %s

                    Did you not register with us? Then do not follow it, and nothing will happen.
                    """.formatted(link));
            case KO -> new Wording("이메일 주소를 확인해 주세요", """
                    24시간 안에 아래 링크를 열어 이메일 주소를 확인해 주세요.

                    %s

                    가입을 신청하지 않으셨다면 링크를 열지 마세요. 아무 일도 일어나지 않습니다.
                    """.formatted(link));
        };
    }

    static Wording alreadyRegistered(Language language, String link) {
        return switch (language) {
            case EN -> new Wording("You have an account already", """
                    Somebody, perhaps you, wanted to register with this address, which has an account already.
                    Sign in to it. If you have forgotten the password, choose another one here:

                    %s

                    Was it not you? Then you need not do anything.
                    """.formatted(link));
            case KO -> new Wording("이미 가입된 이메일 주소입니다", """
                    이 이메일 주소로 가입 신청이 있었지만, 이미 가입된 주소입니다.
                    로그인해 주세요. 비밀번호를 잊으셨다면 여기에서 새로 정할 수 있습니다.

                    %s

                    본인이 신청하지 않으셨다면 아무것도 하지 않으셔도 됩니다.
                    """.formatted(link));
        };
    }

    static Wording reset(Language language, String link) {
        return switch (language) {
            case EN -> new Wording("Choose a new password", """
                    Follow this link within 30 minutes to choose a new password:

                    %s

                    Have you not asked for it? Then do not follow it: your password stays as it is.
                    """.formatted(link));
            case KO -> new Wording("비밀번호를 새로 정해 주세요", """
                    30분 안에 아래 링크를 열어 새 비밀번호를 정해 주세요.

                    %s

                    요청하지 않으셨다면 링크를 열지 마세요. 비밀번호는 그대로 유지됩니다.
                    """.formatted(link));
        };
    }

    static Wording passwordChanged(Language language) {
        return switch (language) {
            case EN -> new Wording("Your password has been changed", """
                    The password of your account is another one now, and everybody has been signed out.
                    Was it not you? Then ask for a new password at once.
                    """);
            case KO -> new Wording("비밀번호가 변경되었습니다", """
                    계정의 비밀번호가 변경되었고, 모든 기기에서 로그아웃되었습니다.
                    본인이 변경하지 않으셨다면 즉시 비밀번호를 재설정해 주세요.
                    """);
        };
    }

    static Wording accountClosed(Language language) {
        return switch (language) {
            case EN -> new Wording("Your account has been closed", """
                    Your account has been closed, as you have asked. What we know of you will be erased.
                    Was it not you? Then write to us soon.
                    """);
            case KO -> new Wording("계정이 해지되었습니다", """
                    요청하신 대로 계정이 해지되었습니다. 개인 정보는 삭제됩니다.
                    본인이 요청하지 않으셨다면 빨리 저희에게 연락해 주세요.
                    """);
        };
    }

    static Wording backInStock(Language language, String link) {
        return switch (language) {
            case EN -> new Wording("Back in stock", """
                    What you have waited for can be bought again, as long as there is some left:

                    %s

                    This was the one mail that you have asked for.
                    """.formatted(link));
            case KO -> new Wording("상품이 다시 입고되었습니다", """
                    기다리시던 상품이 다시 입고되었습니다. 수량이 한정되어 있습니다.

                    %s

                    신청하신 재입고 알림은 이 메일로 끝납니다.
                    """.formatted(link));
        };
    }
}

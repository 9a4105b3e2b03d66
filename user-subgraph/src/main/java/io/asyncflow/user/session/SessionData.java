package io.asyncflow.user.session;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.personal.PersonalData;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who has been signed in to an account, and when. */
@Component
class SessionData implements PersonalData {

    private final SessionTable sessions;

    SessionData(SessionTable sessions) {
        this.sessions = sessions;
    }

    @Override
    public String section() {
        return "sessions";
    }

    @Override
    public Mono<Map<String, Object>> export(UserId user) {
        return sessions.of(user)
                .map(session -> Map.of(
                        "client", session.clientId(),
                        "openedAt", session.openedAt().toString(),
                        "open", session.open()))
                .collectList()
                .map(list -> Map.of("sessions", list));
    }

    @Override
    public Mono<Void> erase(UserId user) {
        return sessions.erase(user);
    }
}

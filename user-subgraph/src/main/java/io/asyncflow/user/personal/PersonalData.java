package io.asyncflow.user.personal;

import io.asyncflow.support.identity.UserId;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What one feature keeps of an account's owner. Each feature that keeps something has a bean of this kind. */
public interface PersonalData {

    /** What it is called in an export. */
    String section();

    /** All of it, in values that JSON knows: text, numbers, booleans, maps and lists of them. */
    Mono<Map<String, Object>> export(UserId user);

    /** Forgets it, in the caller's transaction. May be asked again. */
    Mono<Void> erase(UserId user);
}

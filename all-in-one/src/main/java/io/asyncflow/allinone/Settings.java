package io.asyncflow.allinone;

import io.asyncflow.embedded.PostgresAddress;
import java.util.ArrayList;
import java.util.List;

/** What each service is told about its surroundings, as Spring arguments. */
record Settings(PostgresAddress postgres, String redisUrl, List<Member> members) {

    String[] arguments() {
        var arguments = new ArrayList<String>();
        postgres.settings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.add("--REDIS_URL=" + redisUrl);
        // Services find each other by the same variables that move them.
        members.forEach(member -> arguments.add("--" + member.portVariable() + "=" + member.port()));
        // A shop to look at, unless somebody's own database is used.
        arguments.add("--asyncflow.catalog.demo-data=true");
        arguments.add("--asyncflow.user.demo-data=true");
        arguments.add("--asyncflow.user.mail.delivery=outbox");
        return arguments.toArray(String[]::new);
    }
}

package io.asyncflow.allinone;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the person at the terminal reads. */
final class Screen {

    /** Answered by two subgraphs, one after the other and the first again: products, what is like them, those' titles. */
    private static final String TRY =
            "{ products(first: 3) { nodes { title similar(first: 2) { items { product { title } } } } } }";

    private static final String IN_FOREGROUND =
            "Ctrl-C stops everything; the data stays in .commerce/ ('./commerce up --fresh' starts over).";

    private static final String IN_BACKGROUND =
            "It runs in the background: './commerce status', './commerce down'; logs in .commerce/up.log";

    private Screen() {}

    @SuppressWarnings("SystemOut")
    static void say(String line) {
        System.out.println(line);
    }

    @SuppressWarnings("SystemOut")
    static void raw(String text) {
        System.out.print(text);
        System.out.flush();
    }

    @SuppressWarnings("SystemOut")
    static void problem(String message) {
        System.out.flush();
        System.err.println("commerce: " + message);
    }

    static void step(String name, String what, Duration took) {
        say(String.format(Locale.ROOT, "  %-12s %-44s %5.1f s", name, what, took.toMillis() / 1000.0));
    }

    static void ready(List<Member> members, Duration took, boolean detached) {
        say(String.format(Locale.ROOT, "%nReady in %.1f s.%n", took.toMillis() / 1000.0));
        members.stream()
                .sorted(Comparator.comparing(Member::servesEverything).reversed())
                .forEach(Screen::address);
        Member gateway =
                members.stream().filter(Member::servesEverything).findFirst().orElseThrow();
        say("""

                Try the whole graph, in a browser at %s/graphiql, or:
                  curl -s %s -H 'content-type: application/json' \\
                    -d '{"query":"%s"}'

                %s""".formatted(gateway.address(), gateway.graph(), TRY, detached ? IN_BACKGROUND : IN_FOREGROUND));
    }

    private static void address(Member member) {
        say(String.format(
                "  %-12s %-32s %s",
                member.name(), member.graph(), member.servesEverything() ? "the whole graph" : "its part of it"));
    }
}

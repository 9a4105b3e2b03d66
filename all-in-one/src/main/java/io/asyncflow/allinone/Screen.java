package io.asyncflow.allinone;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What the person at the terminal reads. */
final class Screen {

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
        for (Member member : members) {
            say(String.format(
                    "  %-12s %s",
                    member.name(),
                    member.graph().orElse(member.address() + "/health   (serves queries once its engine lands)")));
        }
        Member catalog = members.getFirst();
        say(
                """

                Try:
                  curl -s %s/graphql -H 'content-type: application/json' \\
                    -d '{"query":"{ products(first: 3) { nodes { title priceRange { minVariantPrice { amount currencyCode } } } } }"}'

                %s""".formatted(
                                catalog.address(),
                                detached
                                        ? "It runs in the background: './commerce status', './commerce down'; logs in .commerce/up.log"
                                        : "Ctrl-C stops everything; the data stays in .commerce/ ('./commerce up --fresh' starts over)."));
    }
}

package io.asyncflow.gateway.server.configuration;

import io.asyncflow.gateway.planner.validation.Spelling;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway's command line asks for: {@code --name value}, {@code --name=value} or {@code --flag}.
 *
 * @param supergraph a file or an address, or null where the configuration says it
 * @param config the configuration's file, or null where there is none
 * @param port where to listen, or null where the configuration says it
 */
public record GatewayOptions(
        @Nullable String supergraph,
        @Nullable String config,
        @Nullable Integer port,
        boolean printConfig,
        boolean printSchema,
        boolean help) {

    public static final String HELP = """
            ./commerce gateway [options]    serves a Federation 2 supergraph

              --supergraph FILE_OR_URL  the supergraph: a file, which is watched, or an address, which is polled
              --config FILE             the configuration; docs/gateway-configuration.md says what stands in it
              --port N                  where to listen (4000); 0 is any port that is free
              --print-config            print all settings that hold, as YAML, and stop
              --print-schema            print the JSON schema of the configuration, for editors, and stop
              --help                    this text

            The options win over the configuration.
            """;

    private static final List<String> WITH_VALUE = List.of("--supergraph", "--config", "--port");
    private static final List<String> FLAGS = List.of("--print-config", "--print-schema", "--help");
    private static final int LAST_PORT = 65_535;

    /** Reads a command line; an option that is unknown or has no value is a {@link WrongUsage}. */
    public static GatewayOptions parse(List<String> arguments) {
        var given = new HashMap<String, String>();
        Iterator<String> left = arguments.iterator();
        while (left.hasNext()) {
            add(left.next(), left, given);
        }
        return new GatewayOptions(
                given.get("--supergraph"),
                given.get("--config"),
                port(given.get("--port")),
                given.containsKey("--print-config"),
                given.containsKey("--print-schema"),
                given.containsKey("--help"));
    }

    private static void add(String argument, Iterator<String> left, Map<String, String> given) {
        int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
        String name = equals < 0 ? argument : argument.substring(0, equals);
        String option = name.equals("-h") ? "--help" : name;
        boolean flag = FLAGS.contains(option);
        if (!flag && !WITH_VALUE.contains(option)) {
            throw unknown(option);
        }
        if (flag && equals >= 0) {
            throw new WrongUsage("Option '" + option + "' takes no value.");
        }
        String value = flag ? "" : value(option, argument, equals, left);
        if (given.put(option, value) != null && !flag) {
            throw new WrongUsage("Option '" + option + "' is given twice.");
        }
    }

    private static String value(String option, String argument, int equals, Iterator<String> left) {
        String value = equals >= 0 ? argument.substring(equals + 1) : left.hasNext() ? left.next() : "";
        if (value.isEmpty() || (equals < 0 && value.startsWith("--"))) {
            throw new WrongUsage("Option '" + option + "' needs a value behind it.");
        }
        return value;
    }

    private static WrongUsage unknown(String option) {
        if (!option.startsWith("-")) {
            return new WrongUsage("'" + option + "' stands alone: what the gateway takes are options."
                    + " For a supergraph, write --supergraph " + option + ".");
        }
        List<String> known = Stream.concat(WITH_VALUE.stream(), FLAGS.stream()).toList();
        return new WrongUsage("Unknown option '" + option + "'." + Spelling.suggestion(option, known) + " There is "
                + String.join(", ", known) + ".");
    }

    private static @Nullable Integer port(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > LAST_PORT) {
            throw new WrongUsage("Option '--port' needs a port, from 0 to 65535, not '" + text + "'.");
        }
        return Integer.valueOf(text);
    }
}

package io.asyncflow.gateway.server.configuration;

import io.asyncflow.gateway.server.configuration.binding.ConfigurationPrinter;
import io.asyncflow.gateway.server.configuration.binding.SchemaPrinter;
import io.asyncflow.gateway.server.configuration.binding.WrongConfiguration;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a command line comes to: a gateway that serves, a text to print, or a complaint. */
public sealed interface CommandLine {

    /** A gateway is to serve with this configuration. */
    record Serve(GatewayConfiguration configuration) implements CommandLine {}

    /** The text is all that was asked for; it goes to the standard output, and the exit code is 0. */
    record Print(String text) implements CommandLine {}

    /** It cannot be done as it was asked for; the message goes to the standard error, and the exit code is 2. */
    record Refused(String message) implements CommandLine {}

    /**
     * Reads a command line.
     *
     * @param folder what relative paths start from
     * @param environment the value of a variable, or null where it is not set
     */
    static CommandLine read(List<String> arguments, Path folder, Function<String, @Nullable String> environment) {
        try {
            GatewayOptions options = GatewayOptions.parse(arguments);
            return options.help() ? new Print(GatewayOptions.HELP) : read(options, folder, environment);
        } catch (WrongUsage e) {
            return new Refused(e.getMessage() + "\n'./commerce gateway --help' lists the options.");
        } catch (WrongConfiguration e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }

    private static CommandLine read(
            GatewayOptions options, Path folder, Function<String, @Nullable String> environment) {
        boolean production = isProduction(environment.apply("SPRING_PROFILES_ACTIVE"));
        if (options.printSchema()) {
            return new Print(SchemaPrinter.print(GatewayConfiguration.defaults(production)));
        }
        GatewayConfiguration configuration = new ConfigurationReader(folder, environment, production).read(options);
        return options.printConfig() ? new Print(ConfigurationPrinter.print(configuration)) : new Serve(configuration);
    }

    private static boolean isProduction(@Nullable String profiles) {
        return profiles != null && Arrays.asList(profiles.split("\\s*,\\s*")).contains("production");
    }
}

package io.asyncflow.gateway.server.configuration;

import io.asyncflow.gateway.server.configuration.binding.WrongConfiguration;
import io.asyncflow.gateway.server.configuration.binding.YamlFile;
import io.asyncflow.gateway.server.settings.HttpAddress;
import io.asyncflow.gateway.server.source.SourceSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what holds: the options of the command line, then the file, then the environment's
 * {@code SERVER_PORT} or {@code GATEWAY_PORT}, then the defaults.
 *
 * @param folder what relative paths of the command line start from
 * @param environment the value of a variable, or null where it is not set
 * @param production whether what helps developers is off unless it is asked for
 */
public record ConfigurationReader(Path folder, Function<String, @Nullable String> environment, boolean production) {

    /** The first that is set holds: what Spring reads in every service, then what the launcher moves this one by. */
    private static final List<String> PORTS = List.of("SERVER_PORT", "GATEWAY_PORT");

    /** The configuration; a {@link WrongConfiguration} says all that is wrong with it. */
    public GatewayConfiguration read(GatewayOptions options) {
        GatewayConfiguration configuration = file(options.config(), defaults());
        SupergraphSettings supergraph = configuration.supergraph();
        if (options.supergraph() != null) {
            supergraph = supergraph.withSource(source(options.supergraph(), supergraph.source()));
        }
        if (options.port() != null) {
            supergraph = supergraph.withPort(options.port());
        }
        return configuration.with(supergraph);
    }

    private GatewayConfiguration file(@Nullable String name, GatewayConfiguration defaults) {
        if (name == null) {
            return defaults;
        }
        Path file = resolve(name, folder);
        GatewayConfiguration read = YamlFile.read(file).bind(defaults, environment);
        SourceSettings source = read.supergraph().source();
        Path beside = file.toAbsolutePath().getParent();
        return read.with(read.supergraph().withSource(inFolder(source, beside == null ? folder : beside)));
    }

    /** Other settings of the environment have their place in the file; the port is moved as that of every service. */
    private GatewayConfiguration defaults() {
        GatewayConfiguration defaults = GatewayConfiguration.defaults(production);
        for (String variable : PORTS) {
            String port = environment.apply(variable);
            if (port != null && !port.isEmpty()) {
                return defaults.with(defaults.supergraph().withPort(port(variable, port)));
            }
        }
        return defaults;
    }

    private static int port(String variable, String text) {
        try {
            return new ListenAddress("", Integer.parseInt(text)).port();
        } catch (IllegalArgumentException e) {
            throw new WrongConfiguration(
                    "the variable " + variable + " of the environment must be a port, not '" + text + "'");
        }
    }

    private SourceSettings source(String fileOrUrl, SourceSettings others) {
        if (SourceSettings.isUrl(fileOrUrl) && !HttpAddress.is(fileOrUrl)) {
            throw new WrongUsage(
                    "Option '--supergraph'" + HttpAddress.EXPECTED + ", or a file, not '" + fileOrUrl + "'.");
        }
        return inFolder(others.from(fileOrUrl), folder);
    }

    private static SourceSettings inFolder(SourceSettings source, Path folder) {
        return source.file() == null
                ? source
                : source.from(resolve(source.file(), folder).toString());
    }

    private static Path resolve(String path, Path folder) {
        try {
            return folder.resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw new WrongConfiguration("'" + path + "' cannot be a path: " + e.getReason());
        }
    }
}

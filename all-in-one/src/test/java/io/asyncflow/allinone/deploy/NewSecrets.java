package io.asyncflow.allinone.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The secrets that deploy/NewSecrets.java prints, read as Docker reads a {@code .env} file. */
final class NewSecrets {

    private NewSecrets() {}

    static Map<String, String> made(Path root) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "deploy/NewSecrets.java")
                .directory(root.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, String> secrets = new LinkedHashMap<>();
        try (var lines = process.inputReader()) {
            lines.lines().map(line -> line.split("=", 2)).forEach(pair -> secrets.put(pair[0], unquoted(pair[1])));
        }
        return secrets;
    }

    private static String unquoted(String value) {
        return value.startsWith("'") && value.endsWith("'") ? value.substring(1, value.length() - 1) : value;
    }
}

package io.asyncflow.allinone.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a process of ours can be told from outside.
 *
 * @param placeholders the environment variables that configuration files name, and what stands in for them
 * @param reads the environment variables that Java code asks for
 * @param properties the properties that records are bound from, by their canonical names
 */
record Settings(Map<String, String> placeholders, Set<String> reads, List<Property> properties) {

    private static final Pattern READ = Pattern.compile("\\b(?:getenv|setting)\\(\"([A-Z][A-Z0-9_]*)\"");
    private static final Pattern BOUND = Pattern.compile("@ConfigurationProperties\\(\"([a-z0-9.-]+)\"\\)");

    static Settings of(List<Module> modules) {
        var placeholders = new TreeMap<String, String>();
        var reads = new LinkedHashSet<String>();
        var properties = new ArrayList<Property>();
        for (Module module : modules) {
            for (Path file : module.configurationFiles()) {
                placeholders.putAll(Placeholders.in(Repository.read(file)));
            }
            for (Path file : module.sources()) {
                String source = Repository.read(file);
                READ.matcher(source).results().forEach(found -> reads.add(found.group(1)));
                BOUND.matcher(source)
                        .results()
                        .forEach(found -> properties.addAll(Property.of(found.group(1), recordIn(module, file))));
            }
        }
        return new Settings(placeholders, reads, properties);
    }

    private static Class<?> recordIn(Module module, Path file) {
        String path = module.path().resolve("src/main/java").relativize(file).toString();
        String name = path.substring(0, path.length() - ".java".length()).replace('/', '.');
        try {
            return Class.forName(name, false, Settings.class.getClassLoader());
        } catch (ClassNotFoundException failure) {
            throw new IllegalStateException("No class in " + file, failure);
        }
    }

    boolean knows(String variable) {
        return placeholders.containsKey(variable)
                || reads.contains(variable)
                || properties.stream().anyMatch(property -> property.boundFrom(variable));
    }
}

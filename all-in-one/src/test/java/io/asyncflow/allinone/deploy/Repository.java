package io.asyncflow.allinone.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The checkout that the tests run in. */
record Repository(Path root, Map<String, Module> modules) {

    /** The checkout around the working folder, with every module that its poms name. */
    static Repository here() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("compose.yaml"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no compose.yaml in the working folder or above it");
        }
        Map<String, Module> modules = new LinkedHashMap<>();
        collect(folder, "", modules);
        return new Repository(folder, modules);
    }

    private static void collect(Path root, String folder, Map<String, Module> into) {
        var pom = Pom.read(root.resolve(folder).resolve("pom.xml"));
        into.put(folder, new Module(root.resolve(folder), folder, pom));
        for (String child : pom.modules()) {
            collect(root, folder.isEmpty() ? child : folder + "/" + child, into);
        }
    }

    /** Modules that start a service of their own. */
    List<Module> services() {
        return modules.values().stream().filter(Module::startsService).toList();
    }

    /** The module and those of ours that it runs with. */
    List<Module> runtimeOf(Module module) {
        Set<Module> found = new LinkedHashSet<>();
        var open = new ArrayList<>(List.of(module));
        while (!open.isEmpty()) {
            Module next = open.removeLast();
            if (found.add(next)) {
                modules.values().stream()
                        .filter(other -> next.pom().runtimeDependencies().contains(other.artifact()))
                        .forEach(open::add);
            }
        }
        return List.copyOf(found);
    }

    boolean has(String path) {
        return Files.exists(root.resolve(path));
    }

    String read(String path) {
        return read(root.resolve(path));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Every file below the folder whose name ends so, built ones left out; none where there is no such folder. */
    static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !folder.relativize(file).startsWith("target"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package io.asyncflow.allinone.deploy;

import io.asyncflow.service.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A module of the build. */
record Module(Path path, String folder, Pom pom) {

    String artifact() {
        return pom.artifact();
    }

    /** Whether its main class is a service: it names one in its field {@code SERVICE}. */
    boolean startsService() {
        return pom.mainClass().isPresent()
                && !isCommand()
                && java.util.Arrays.stream(mainClass().getFields())
                        .anyMatch(field -> field.getType() == Service.class
                                && field.getName().equals("SERVICE"));
    }

    /** Of a command there is the source, and no class: nothing that runs in {@code all-in-one} knows it. */
    private boolean isCommand() {
        String name = pom.mainClass().orElseThrow();
        Path source = path.resolve("src/main/java").resolve(name.replace('.', '/') + ".java");
        return Files.exists(source) && Module.class.getResource("/" + name.replace('.', '/') + ".class") == null;
    }

    Service service() {
        try {
            return (Service) mainClass().getField("SERVICE").get(null);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(folder + " starts no service", failure);
        }
    }

    private Class<?> mainClass() {
        String name = pom.mainClass().orElseThrow();
        try {
            return Class.forName(name, false, Module.class.getClassLoader());
        } catch (ClassNotFoundException failure) {
            throw new IllegalStateException(folder + "/pom.xml names a main class that is not there", failure);
        }
    }

    List<Path> sources() {
        return Repository.files(path.resolve("src/main/java"), ".java");
    }

    List<Path> configurationFiles() {
        return Repository.files(path.resolve("src/main/resources"), ".yml");
    }
}

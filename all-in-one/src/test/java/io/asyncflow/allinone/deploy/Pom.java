package io.asyncflow.allinone.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What a pom says, as far as deployment cares.
 *
 * @param runtimeDependencies the artifacts that the module runs with, without their versions
 */
record Pom(String artifact, Optional<String> mainClass, List<String> modules, Set<String> runtimeDependencies) {

    static Pom read(Path file) {
        try {
            var project = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
            return new Pom(
                    text(project, "artifactId").orElseThrow(),
                    child(project, "properties").flatMap(properties -> text(properties, "main.class")),
                    child(project, "modules")
                            .map(modules -> children(modules, "module").stream()
                                    .map(Element::getTextContent)
                                    .toList())
                            .orElse(List.of()),
                    child(project, "dependencies").map(Pom::runtime).orElse(Set.of()));
        } catch (IOException | SAXException | ParserConfigurationException failure) {
            throw new IllegalStateException("Cannot read " + file, failure);
        }
    }

    private static Set<String> runtime(Element dependencies) {
        return children(dependencies, "dependency").stream()
                .filter(dependency ->
                        !text(dependency, "scope").orElse("compile").equals("test"))
                .map(dependency -> text(dependency, "artifactId").orElseThrow())
                .collect(Collectors.toSet());
    }

    /** The flags that every JVM of ours is started with. */
    static List<String> jvmFlags(Path parentPom) {
        var flags =
                java.util.regex.Pattern.compile("<jvm.flags>(.*)</jvm.flags>").matcher(Repository.read(parentPom));
        if (!flags.find()) {
            throw new IllegalStateException("no jvm.flags in " + parentPom);
        }
        return List.of(flags.group(1).split(" "));
    }

    private static Optional<String> text(Element parent, String name) {
        return child(parent, name).map(Element::getTextContent);
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    private static List<Element> children(Element parent, String name) {
        var nodes = parent.getChildNodes();
        var found = new ArrayList<Element>();
        IntStream.range(0, nodes.getLength()).forEach(i -> {
            if (nodes.item(i) instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        });
        return found;
    }
}

package io.asyncflow.gateway.server.configuration.binding;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong with one file, so that all of it is reported at once. */
final class Problems {

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Node node, String message) {
        found.add(Problem.at(file, node, message));
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new WrongConfiguration(
                    found.stream().sorted(Problem.IN_ORDER).distinct().toList());
        }
    }
}

package io.asyncflow.allinone.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Each database that a subgraph opens is created, and no other. */
final class DatabaseRules {

    private static final Pattern CREATED = Pattern.compile("(?im)^create database (\\w+)");

    private final Deployment deployment;

    DatabaseRules(Deployment deployment) {
        this.deployment = deployment;
    }

    List<String> problems() {
        Set<String> created = CREATED.matcher(deployment.databases())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> opened = opened(deployment.repository());
        var problems = new ArrayList<String>();
        opened.stream()
                .filter(name -> !created.contains(name))
                .forEach(name -> problems.add("Nobody creates the database " + name));
        created.stream()
                .filter(name -> !opened.contains(name))
                .forEach(name -> problems.add("No subgraph opens the database " + name));
        return problems;
    }

    static Set<String> opened(Repository repository) {
        return repository.services().stream()
                .map(module -> Surroundings.of(module.service().name(), Map.of()))
                .map(code -> Optional.ofNullable(code.getProperty("asyncflow.postgres.database")))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

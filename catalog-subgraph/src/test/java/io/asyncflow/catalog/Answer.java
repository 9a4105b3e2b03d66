package io.asyncflow.catalog;

import org.springframework.graphql.test.tester.GraphQlTester;

/** The part of a response that a test is about. */
public record Answer(GraphQlTester.Response response, String root) {

    public GraphQlTester.Path path(String path) {
        return response.path(root + "." + path);
    }
}

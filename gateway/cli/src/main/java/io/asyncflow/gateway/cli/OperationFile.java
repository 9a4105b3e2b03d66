package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.SyntaxException;
import io.asyncflow.gateway.planner.api.Api;
import io.asyncflow.gateway.planner.validation.Problem;
import io.asyncflow.gateway.planner.validation.Validation;
import java.nio.file.Path;
import java.util.List;

/** A file of operations that must go on working. */
record OperationFile(SdlFile file) {

    /**
     * What becomes of it.
     *
     * @param errors why it is not valid after the change; empty where it is
     * @param wasValid whether it is the change that breaks it
     */
    record Judgement(Path path, List<Problem> errors, boolean wasValid) {

        Judgement {
            errors = List.copyOf(errors);
        }
    }

    static OperationFile read(Path path) {
        return new OperationFile(SdlFile.read(path));
    }

    Judgement judge(Api before, Api after) {
        try {
            Document document = Parser.parse(file.text());
            return new Judgement(
                    file.path(),
                    Validation.of(after).problems(document),
                    Validation.of(before).problems(document).isEmpty());
        } catch (SyntaxException e) {
            return new Judgement(
                    file.path(),
                    List.of(new Problem(Problem.SYNTAX, String.valueOf(e.getMessage()), List.of(e.position()))),
                    false);
        }
    }
}

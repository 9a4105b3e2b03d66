package io.asyncflow.service;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts a service which setting is wrong, without the stack trace. */
final class WrongSettingReport extends AbstractFailureAnalyzer<WrongSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, WrongSetting wrong) {
        return new FailureAnalysis(wrong.getMessage(), "Correct " + wrong.property() + " and start again.", failure);
    }
}

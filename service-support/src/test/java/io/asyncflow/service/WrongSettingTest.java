package io.asyncflow.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class WrongSettingTest {

    @Test
    void isReportedWithoutAStackTraceHoweverDeepItIs() {
        var failure = new BeanCreationException(
                "keys", "no keys", new WrongSetting("asyncflow.keys", "must be set under profile production"));
        // Some of Spring's own need more than a class to be made.
        var reports = SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, (_, _, _) -> {});
        assertThat(reports)
                .filteredOn(WrongSettingReport.class::isInstance)
                .singleElement()
                .extracting(report -> report.analyze(failure))
                .extracting("description")
                .isEqualTo("asyncflow.keys must be set under profile production");
    }
}

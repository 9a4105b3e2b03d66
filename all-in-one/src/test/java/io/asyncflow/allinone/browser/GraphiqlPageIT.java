package io.asyncflow.allinone.browser;

import org.junit.jupiter.api.Test;

class GraphiqlPageIT {

    @Test
    void isUsableInABrowser() {
        try (var gateway = new ScriptedGateway()) {
            Browser.usesGraphiql(gateway.address(), "scripted.json");
        }
    }

    @Test
    void isMadeOfModulesThatWork() {
        Browser.testsModules();
    }
}

package io.asyncflow.user.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether there is something to try the shop with.
 *
 * @param demoData opens the demo accounts when there is no account yet
 */
@ConfigurationProperties("asyncflow.user")
record DemoProperties(@DefaultValue("false") boolean demoData) {

    static final String DEMO_DATA = "asyncflow.user.demo-data";
}

package io.asyncflow.user.account;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccountProperties.class, SignInProperties.class})
class AccountConfiguration {}

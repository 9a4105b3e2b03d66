package io.asyncflow.user.password;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PasswordProperties.class)
class PasswordConfiguration {

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2id.encoder();
    }

    @Bean
    PasswordHashes passwordHashes(PasswordEncoder encoder, PasswordProperties properties) {
        return new PasswordHashes(encoder, properties);
    }
}
